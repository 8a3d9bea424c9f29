/* Made from docs/openapi/v1.json by `npm run api`. Changes here are lost. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The first thing found wrong. `seal` is the block; the entry is null when the block itself is at fault. */
        ActivityFault: {
            /**
             * Format: uuid
             * @description The entry.
             */
            entryId: string | null;
            /**
             * @description `seal_missing`, `seal_changed`, `entry_missing`, `entry_changed` or `entry_count`.
             * @enum {string}
             */
            reason: "seal_missing" | "seal_changed" | "entry_missing" | "entry_changed" | "entry_count";
            /**
             * Format: int64
             * @description The block's number.
             */
            seal: number | null;
        };
        /** @description One recorded event. `changes` is null for events that name none, and for what an erased person did. */
        ActivityResponse: {
            /** Format: uuid */
            actorId: string | null;
            /** Format: date-time */
            at: string;
            changes: components["schemas"]["FieldChanges"] | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            projectId: string | null;
            /** Format: uuid */
            taskId: string | null;
            type: string;
            /** Format: uuid */
            workspaceId: string | null;
        };
        /** @description The state of the chain. `waiting` entries are not sealed yet; `head` is the last block's hash. */
        ActivityVerification: {
            /** Format: int64 */
            entries: number;
            fault: components["schemas"]["ActivityFault"] | null;
            head: string | null;
            isIntact: boolean;
            /** Format: int64 */
            seals: number;
            /** Format: int64 */
            waiting: number;
        };
        AddCommentRequest: {
            /** @description Markdown; kept exactly as it is. */
            body: string;
            /**
             * Format: uuid
             * @description The comment that this one answers, on the same task.
             */
            parentId?: string | null;
        };
        AddCycleTasksRequest: {
            taskIds: string[];
        };
        /** @description What the task in the path is to another one. */
        AddDependencyRequest: {
            /**
             * Format: int32
             * @description The working minutes that have to lie between these ends; negative where the tasks may overlap.
             */
            lagMinutes?: number | null;
            /**
             * @description Which ends are tied where one blocks the other; `finish_to_start` when left out.
             * @enum {string|null}
             */
            link?: "finish_to_start" | "start_to_start" | "finish_to_finish" | "start_to_finish" | null;
            /**
             * Format: uuid
             * @description The other task; of the same workspace, in any project in which the caller may edit tasks.
             */
            taskId: string;
            /**
             * @description `blocks`: the task in the path blocks `taskId`.
             * @enum {string}
             */
            type: "blocks" | "blocked_by" | "relates_to" | "duplicates" | "duplicated_by";
        };
        /** @description Who is to become a member: an id, or an address; without a role a contributor. */
        AddProjectMemberRequest: {
            /** Format: email */
            email?: string | null;
            /** @enum {string|null} */
            role?: "owner" | "manager" | "contributor" | "viewer" | null;
            /** Format: uuid */
            userId?: string | null;
        };
        AddWatcherRequest: {
            /** Format: uuid */
            userId: string;
        };
        /** @description Who is to become a member: an id, or an address; without a role a member. */
        AddWorkspaceMemberRequest: {
            /** Format: email */
            email?: string | null;
            /** @enum {string|null} */
            role?: "owner" | "admin" | "member" | "guest" | null;
            /** Format: uuid */
            userId?: string | null;
        };
        /** @description The writable members of an allocation. */
        AllocationInput: {
            /** Format: date */
            from: string;
            /** @description At most the hours that a week has; quarters of an hour are the finest. */
            hoursPerWeek: number;
            /** Format: date */
            to: string;
            /** Format: uuid */
            userId: string;
        };
        /** @description The writable members of an allocation. */
        AllocationPatch: {
            /** Format: date */
            from?: string;
            /** @description At most the hours that a week has; quarters of an hour are the finest. */
            hoursPerWeek?: number;
            /** Format: date */
            to?: string;
            /** Format: uuid */
            userId?: string;
        };
        /** @description An allocation as callers see it. */
        AllocationResponse: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date */
            from: string;
            hoursPerWeek: number;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            projectId: string;
            /** Format: date */
            to: string;
            /** Format: uuid */
            userId: string;
            /** Format: int64 */
            version: number;
        };
        /** @description What an approver wants to add. */
        AnswerApprovalRequest: {
            note?: string | null;
        };
        /** @description What one approver has said. */
        ApprovalAnswer: {
            /** Format: date-time */
            at: string;
            isApproval: boolean;
            note: string;
            /** Format: uuid */
            userId: string;
        };
        /** @description A request that a task may enter a state that needs approvals. */
        ApprovalResponse: {
            /** @description What they have said, the first one first. */
            answers: components["schemas"]["ApprovalAnswer"][];
            /** @description Who may answer. */
            approverIds: string[];
            /**
             * Format: date-time
             * @description When it was decided.
             */
            decidedAt: string | null;
            /**
             * Format: uuid
             * @description The request.
             */
            id: string;
            /**
             * Format: int32
             * @description How many approvals it takes.
             */
            needed: number;
            /** @description Why it is asked for. */
            note: string;
            /**
             * Format: date-time
             * @description When.
             */
            requestedAt: string;
            /**
             * Format: uuid
             * @description Who asks.
             */
            requestedBy: string;
            /**
             * @description How the request stands.
             * @enum {string}
             */
            state: "pending" | "approved" | "rejected" | "withdrawn";
            /** @description The key of the state that it is to enter. */
            status: string;
            /**
             * Format: uuid
             * @description The task.
             */
            taskId: string;
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
        };
        /** @description One column; `nextCursor` goes on in the list with `sort=rank` and the column's status. */
        BoardColumn: {
            /** @enum {string} */
            category: "backlog" | "unstarted" | "started" | "completed" | "cancelled";
            name: string;
            nextCursor: string | null;
            status: string;
            /** Format: int32 */
            taskCount: number;
            tasks: components["schemas"]["TaskResponse"][];
        };
        /** @description A project's board: its columns in the workflow's order. */
        BoardResponse: {
            columns: components["schemas"]["BoardColumn"][];
        };
        /** @description A dependency that would not be kept. */
        BrokenLink: {
            /**
             * Format: uuid
             * @description The dependency.
             */
            dependencyId: string;
            /**
             * Format: int64
             * @description The working time by which it does.
             */
            missingMinutes: number;
            /**
             * Format: uuid
             * @description The task that starts too early.
             */
            taskId: string;
        };
        /** @description What a change of this one task would have been answered: status 200 and its version, or a status of 400 and more with the members of a problem; what only some problems have stands in `extensions`. */
        BulkResult: {
            code?: string;
            detail?: string;
            errors?: {
                [key: string]: string[];
            };
            extensions?: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            status: number;
            /** Format: int64 */
            version?: number;
        };
        /** @description What happens to every one of the tasks: a merge patch of their members, and what only makes sense for many. */
        BulkTaskPatch: {
            /** @description People who join the assignees of a task. */
            addAssigneeIds?: string[] | null;
            /** @description Labels that join those that a task has. */
            addLabels?: string[] | null;
            /** @description Who works on it; the first of them owns it. */
            assigneeIds?: string[] | null;
            /** @description Values of custom fields by their names; null takes one away. */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /** @description The moment that it must not pass, whatever is planned: earlier or later than its due date. */
            deadlineAt?: components["schemas"]["Moment"] | null;
            /** @description Whether the tasks go to the trash with everything below them; then nothing else is changed. */
            delete?: boolean;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            /** @description When it is wished to be finished. */
            dueAt?: components["schemas"]["Moment"] | null;
            /**
             * Format: int32
             * @description The working time from its start to its finish, by which it is scheduled; its estimate when left out.
             */
            durationMinutes?: number | null;
            /**
             * Format: int32
             * @description The work in it.
             */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            /** Format: uuid */
            milestoneId?: string | null;
            /** @description Whether the tasks go to the end of their project's order, in the order that they have now. */
            moveToEnd?: boolean;
            /**
             * Format: uuid
             * @description Comes to stand first among the assignees, whether named there or not; when left out or null, their order says who owns it.
             */
            ownerId?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            priority?: components["schemas"]["TaskPriority"];
            /** @description How the task recurs; completing it then makes the next one. */
            recurrence?: components["schemas"]["TaskRecurrencePatch"] | null;
            /** @description People who leave the assignees of a task. */
            removeAssigneeIds?: string[] | null;
            /** @description Labels that leave those that a task has. */
            removeLabels?: string[] | null;
            startAt?: components["schemas"]["Moment"] | null;
            status?: string | null;
            /** @description The steps in their order; one that names the id of a step keeps it. */
            steps?: components["schemas"]["TaskStepPatch"][] | null;
            title?: string;
            /** @description The key of one of the project's types; the first of them when left out. */
            type?: string | null;
            watcherIds?: string[] | null;
        };
        /** @description A weekday on which is worked. */
        CalendarDay: {
            /** @enum {string} */
            day: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
            hours: components["schemas"]["CalendarHours"][];
        };
        /** @description A weekday on which is worked. */
        CalendarDayInput: {
            /** @enum {string} */
            day: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
            hours: components["schemas"]["CalendarHoursInput"][];
        };
        /** @description A stretch of work by the clock on the wall, `09:00` to `17:30`; `24:00` is the end of the day. */
        CalendarHours: {
            from: string;
            to: string;
        };
        /** @description A stretch of work by the clock on the wall, `09:00` to `17:30`; `24:00` is the end of the day. */
        CalendarHoursInput: {
            from: string;
            to: string;
        };
        /** @description The writable members of a calendar; one left out takes its default. */
        CalendarInput: {
            /** @description Days without work. */
            holidays?: string[] | null;
            /** @description The weekdays on which is worked; Monday to Friday, nine to five, when left out. */
            week?: components["schemas"]["CalendarDayInput"][] | null;
        };
        /** @description When is worked in a project. */
        CalendarResponse: {
            /** @description Days without work. */
            holidays: string[];
            /**
             * Format: uuid
             * @description The project.
             */
            projectId: string;
            /** @description The project's time zone, whose wall clock the hours mean. */
            timeZone: string;
            /**
             * Format: int64
             * @description 0 for one that nobody has set.
             */
            version: number;
            /** @description The weekdays on which is worked; one that is missing is free. */
            week: components["schemas"]["CalendarDay"][];
        };
        /** @description A capacity to set. */
        CapacityInput: {
            /** @description Hours a week; quarters of an hour are the finest. */
            hoursPerWeek: number;
        };
        /** @description How much somebody works in a week. */
        CapacityResponse: {
            hoursPerWeek: number;
            /** Format: uuid */
            userId: string;
            /** Format: int64 */
            version: number;
        };
        /** @description One change of a project, as the live message `changed` and as an item of `/api/changes`. `version` is the subject's version after it, which counts leave alone; `changes` is null where the subject has to be read instead, because they are too long to send or not everybody may see them. */
        ChangedMessage: {
            /** Format: uuid */
            actorId: string | null;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            changeId: string | null;
            changes: components["schemas"]["FieldChanges"] | null;
            clientId: string | null;
            /** Format: uuid */
            projectId: string;
            subject: components["schemas"]["ChangedSubject"];
            /** Format: uuid */
            taskId: string | null;
            type: string;
            /** Format: int64 */
            version: number;
        };
        /** @description What changed: a `task`, a `comment`, the `project` (its members included), or something else that belongs to it. */
        ChangedSubject: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "task" | "comment" | "project" | "label" | "cycle" | "cycle_settings" | "milestone" | "release" | "custom_field" | "allocation" | "time_entry" | "time_sheet" | "rate" | "task_template";
        };
        ChangeEmailRequest: {
            currentPassword: string;
            email: string;
        };
        ChangePasswordRequest: {
            currentPassword: string;
            newPassword: string;
        };
        ChangeProjectMemberRequest: {
            /** @enum {string} */
            role: "owner" | "manager" | "contributor" | "viewer";
        };
        /** @description Changes after a cursor, oldest first. `cursor` is where to go on, now or after the next reconnect; `nextCursor` is the same while there are more. */
        ChangesAnswer: {
            cursor: string;
            items: components["schemas"]["ChangedMessage"][];
            nextCursor: string | null;
        };
        ChangeStatusRequest: {
            status: string;
        };
        ChangeTasksRequest: {
            /** @description Whether nothing is changed when one of them cannot be. */
            atomic?: boolean;
            /** @description What happens to each of them. */
            changes: components["schemas"]["BulkTaskPatch"];
            /** @description The tasks, of one project or of several. */
            ids: string[];
        };
        /** @description How each of the tasks fared, in the order in which they were named, and the id under which all of it can be undone. */
        ChangeTasksResponse: {
            /** Format: uuid */
            changeId: string;
            results: components["schemas"]["BulkResult"][];
        };
        ChangeWorkspaceMemberRequest: {
            /** @enum {string} */
            role: "owner" | "admin" | "member" | "guest";
        };
        CloseCycleRequest: {
            /**
             * Format: uuid
             * @description The open cycle of the same project that takes on what is not finished; left out, it goes nowhere.
             */
            carryOverTo?: string | null;
        };
        /** @description What a caller may write into a comment; PUT and PATCH take the same. */
        CommentInput: {
            /** @description Markdown; kept exactly as it is. */
            body: string;
        };
        /** @description What a caller may write into a comment; PUT and PATCH take the same. */
        CommentPatch: {
            /** @description Markdown; kept exactly as it is. */
            body?: string;
        };
        /** @description A comment as callers see it; a deleted one has no body. */
        CommentResponse: {
            /** Format: uuid */
            authorId: string;
            body: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deletedAt: string | null;
            /** Format: date-time */
            editedAt: string | null;
            /** Format: uuid */
            id: string;
            mentionedUserIds: string[];
            /** Format: uuid */
            parentId: string | null;
            /** Format: uuid */
            taskId: string;
            /** Format: int64 */
            version: number;
        };
        /** @description What waits for one consumer. */
        ConsumerResponse: {
            /**
             * Format: int64
             * @description Deliveries that are due or wait for a retry.
             */
            count: number;
            /** @description Why one of those waiting failed last. */
            lastError: string | null;
            /** @description The consumer. */
            name: string;
            /** @description How long ago the oldest arrived. */
            oldestAgeSeconds: number | null;
            /**
             * Format: date-time
             * @description Since when nearly every try fails, so that it is only probed; null when it works.
             */
            outageSince: string | null;
            /**
             * Format: int64
             * @description Those that failed and wait for a retry.
             */
            waiting: number;
        };
        CreateGoalRequest: {
            description?: string | null;
            /**
             * Format: date
             * @description The day on which it should be reached.
             */
            dueDate?: string | null;
            /** @description The milestones whose tasks count for it. Those that the caller may not see stay linked in any case. */
            milestoneIds?: string[] | null;
            name: string;
            /**
             * Format: uuid
             * @description Who answers for it, a member of the workspace. Left out: the caller in a creation, kept otherwise.
             */
            ownerId?: string | null;
            /**
             * Format: uuid
             * @description The goal of the same workspace to which it contributes; null for none.
             */
            parentId?: string | null;
            /** @description The projects whose tasks count for it. Those that the caller may not see stay linked in any case. */
            projectIds?: string[] | null;
            /**
             * Format: uuid
             * @description Left out: the caller's personal workspace.
             */
            workspaceId?: string | null;
        };
        CreateProjectRequest: {
            color?: string | null;
            description?: string | null;
            /** Format: date */
            dueDate?: string | null;
            icon?: string | null;
            /** @description Left out: made from the name in a creation, kept otherwise. */
            key?: string | null;
            name: string;
            /**
             * Format: uuid
             * @description The project of the same workspace below which it stands; null for none.
             */
            parentId?: string | null;
            /** Format: date */
            startDate?: string | null;
            /**
             * Format: uuid
             * @description Left out: the caller's personal workspace.
             */
            workspaceId?: string | null;
        };
        CreateProjectTemplateRequest: {
            /** @description What a project gets from it. */
            content: components["schemas"]["TemplateContentInput"];
            name: string;
            /**
             * Format: uuid
             * @description Left out: the caller's personal workspace.
             */
            workspaceId?: string | null;
        };
        CreateTaskRequest: {
            /** @description Who works on it; the first of them owns it. */
            assigneeIds?: string[] | null;
            /** @description Values of custom fields by their names; null takes one away. */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /** @description The moment that it must not pass, whatever is planned: earlier or later than its due date. */
            deadlineAt?: components["schemas"]["Moment"] | null;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            /** @description When it is wished to be finished. */
            dueAt?: components["schemas"]["Moment"] | null;
            /**
             * Format: int32
             * @description The working time from its start to its finish, by which it is scheduled; its estimate when left out.
             */
            durationMinutes?: number | null;
            /**
             * Format: int32
             * @description The work in it.
             */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            /** Format: uuid */
            milestoneId?: string | null;
            /**
             * Format: uuid
             * @description Comes to stand first among the assignees, whether named there or not; when left out or null, their order says who owns it.
             */
            ownerId?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            /** @default none */
            priority?: components["schemas"]["TaskPriority"];
            /** Format: uuid */
            projectId: string;
            /** @description How the task recurs; completing it then makes the next one. */
            recurrence?: components["schemas"]["TaskRecurrenceInput"] | null;
            startAt?: components["schemas"]["Moment"] | null;
            status?: string | null;
            /** @description The steps in their order; one that names the id of a step keeps it. */
            steps?: components["schemas"]["TaskStepInput"][] | null;
            title: string;
            /** @description The key of one of the project's types; the first of them when left out. */
            type?: string | null;
            watcherIds?: string[] | null;
        };
        CreateTaskTemplateRequest: {
            assigneeIds?: string[] | null;
            /**
             * Format: int32
             * @description The day that the tasks must not pass, in days from the day on which the template is used.
             */
            deadlineInDays?: number | null;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            /**
             * Format: int32
             * @description When the tasks are due, in days from the day on which the template is used.
             */
            dueInDays?: number | null;
            /** Format: int32 */
            durationMinutes?: number | null;
            /** Format: int32 */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            name: string;
            /** @default none */
            priority?: components["schemas"]["TaskPriority"];
            /** Format: uuid */
            projectId: string;
            /**
             * Format: int32
             * @description When the tasks start, in days from the day on which the template is used.
             */
            startInDays?: number | null;
            steps?: components["schemas"]["TemplateStepInput"][] | null;
            /** @description The title of the tasks; `{{name}}` stands for a variable, here and in all texts. */
            title: string;
        };
        CreateViewRequest: {
            /** @description The fields that are shown, in their order. */
            columns?: string[] | null;
            /** @description The field by which the tasks are grouped. */
            group?: string | null;
            /**
             * @description How it shows its tasks; a list when left out.
             * @enum {string|null}
             */
            layout?: "board" | "list" | "table" | "calendar" | "timeline" | null;
            name: string;
            /**
             * Format: uuid
             * @description The project whose tasks it shows; those of all projects of the workspace when left out.
             */
            projectId?: string | null;
            /** @description Which tasks, in the query language; all when left out. */
            query?: string | null;
            /**
             * @description Who sees it beside its owner; nobody when left out.
             * @enum {string|null}
             */
            visibility?: "private" | "project" | "workspace" | null;
            /**
             * Format: uuid
             * @description The workspace, for a view of no project; one's own when left out.
             */
            workspaceId?: string | null;
        };
        CreateWorkspaceInvitationRequest: {
            /** Format: email */
            email: string;
            /** @enum {string|null} */
            role?: "owner" | "admin" | "member" | "guest" | null;
        };
        /** @description The writable members of a custom field; the type can be chosen once. */
        CustomFieldAsGiven: {
            /** @description For money only: an ISO 4217 code such as EUR. */
            currency: string | null;
            description: string | null;
            /** @description For formula only: an expression such as `field("Cost") * estimate / 60`. */
            formula: string | null;
            name: string | null;
            /** @description What can be chosen, in the order in which it is offered; for choice and choices only. */
            options: string[] | null;
            /**
             * @description Whether a task needs a value at its creation (and at its completion as well), or at its completion; never when left out, and never of a formula or a roll-up.
             * @enum {string|null}
             */
            required: "never" | "creation" | "completion" | null;
            /** @description For rollup only: what it makes of the tasks below. */
            rollUp: components["schemas"]["CustomFieldRollUp"] | null;
            /** @description The keys of the types whose tasks have the field; all tasks have it when left out. */
            taskTypes: string[] | null;
            /**
             * @description One of text, number, money, date, choice, choices, person, checkbox, link, rating, formula, rollup.
             * @enum {string|null}
             */
            type: "text" | "number" | "money" | "date" | "choice" | "choices" | "person" | "checkbox" | "link" | "rating" | "formula" | "rollup" | null;
        };
        /** @description The writable members of a custom field; the type can be chosen once. */
        CustomFieldInput: {
            /** @description For money only: an ISO 4217 code such as EUR. */
            currency?: string | null;
            description?: string | null;
            /** @description For formula only: an expression such as `field("Cost") * estimate / 60`. */
            formula?: string | null;
            name: string;
            /** @description What can be chosen, in the order in which it is offered; for choice and choices only. */
            options?: string[] | null;
            /**
             * @description Whether a task needs a value at its creation (and at its completion as well), or at its completion; never when left out, and never of a formula or a roll-up.
             * @enum {string|null}
             */
            required?: "never" | "creation" | "completion" | null;
            /** @description For rollup only: what it makes of the tasks below. */
            rollUp?: components["schemas"]["CustomFieldRollUpInput"] | null;
            /** @description The keys of the types whose tasks have the field; all tasks have it when left out. */
            taskTypes?: string[] | null;
            /**
             * @description One of text, number, money, date, choice, choices, person, checkbox, link, rating, formula, rollup.
             * @enum {string}
             */
            type: "text" | "number" | "money" | "date" | "choice" | "choices" | "person" | "checkbox" | "link" | "rating" | "formula" | "rollup";
        };
        /** @description The writable members of a custom field; the type can be chosen once. */
        CustomFieldPatch: {
            /** @description For money only: an ISO 4217 code such as EUR. */
            currency?: string | null;
            description?: string | null;
            /** @description For formula only: an expression such as `field("Cost") * estimate / 60`. */
            formula?: string | null;
            name?: string;
            /** @description What can be chosen, in the order in which it is offered; for choice and choices only. */
            options?: string[] | null;
            /**
             * @description Whether a task needs a value at its creation (and at its completion as well), or at its completion; never when left out, and never of a formula or a roll-up.
             * @enum {string|null}
             */
            required?: "never" | "creation" | "completion" | null;
            /** @description For rollup only: what it makes of the tasks below. */
            rollUp?: components["schemas"]["CustomFieldRollUpPatch"] | null;
            /** @description The keys of the types whose tasks have the field; all tasks have it when left out. */
            taskTypes?: string[] | null;
            /**
             * @description One of text, number, money, date, choice, choices, person, checkbox, link, rating, formula, rollup.
             * @enum {string}
             */
            type?: "text" | "number" | "money" | "date" | "choice" | "choices" | "person" | "checkbox" | "link" | "rating" | "formula" | "rollup";
        };
        /** @description A custom field as callers see it. */
        CustomFieldResponse: {
            /** Format: date-time */
            createdAt: string;
            currency: string | null;
            description: string;
            /** @description The expression of a formula. */
            formula: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            options: string[];
            /** Format: uuid */
            projectId: string;
            /** @enum {string} */
            required: "never" | "creation" | "completion";
            /**
             * @description What the values of a computed field are: number, money, date or checkbox; null where people set them.
             * @enum {string|null}
             */
            resultType: "number" | "money" | "date" | "checkbox" | null;
            /** @description What a roll-up makes of the tasks below. */
            rollUp: components["schemas"]["CustomFieldRollUp"] | null;
            taskTypes: string[];
            /** @enum {string} */
            type: "text" | "number" | "money" | "date" | "choice" | "choices" | "person" | "checkbox" | "link" | "rating" | "formula" | "rollup";
            /** Format: int64 */
            version: number;
        };
        /** @description What a roll-up makes of all tasks below one, whatever their level; cancelled and deleted ones count for nothing. */
        CustomFieldRollUp: {
            /** @description The name of the number, amount of money, rating or date whose values it takes; null for the estimates in minutes, and for counting tasks. */
            field: string | null;
            /**
             * @description One of sum, min, max, average, count.
             * @enum {string|null}
             */
            function: "sum" | "min" | "max" | "average" | "count" | null;
        };
        /** @description What a roll-up makes of all tasks below one, whatever their level; cancelled and deleted ones count for nothing. */
        CustomFieldRollUpInput: {
            /** @description The name of the number, amount of money, rating or date whose values it takes; null for the estimates in minutes, and for counting tasks. */
            field?: string | null;
            /**
             * @description One of sum, min, max, average, count.
             * @enum {string}
             */
            function: "sum" | "min" | "max" | "average" | "count";
        };
        /** @description What a roll-up makes of all tasks below one, whatever their level; cancelled and deleted ones count for nothing. */
        CustomFieldRollUpPatch: {
            /** @description The name of the number, amount of money, rating or date whose values it takes; null for the estimates in minutes, and for counting tasks. */
            field?: string | null;
            /**
             * @description One of sum, min, max, average, count.
             * @enum {string}
             */
            function?: "sum" | "min" | "max" | "average" | "count";
        };
        /** @description What a cycle has taken on against the time of its people: those who are planned for the project in its days and those who have tasks in it; where nobody is, all members who edit tasks. */
        CycleCapacityResponse: {
            /**
             * Format: int64
             * @description The time of all together; null while it cannot be asked for, and for a cycle of more than two years.
             */
            capacityMinutes: number | null;
            /**
             * Format: uuid
             * @description The cycle.
             */
            cycleId: string;
            /**
             * Format: int64
             * @description What all tasks of the cycle are estimated at, the finished ones included.
             */
            estimateMinutes: number;
            /** @description Whether more is taken on than there is time. */
            isOver: boolean;
            /** @description The same for each of the people; an estimate is shared evenly among the assignees. */
            people: components["schemas"]["CyclePerson"][];
            /**
             * Format: int64
             * @description What those are estimated at to which nobody is assigned.
             */
            unassignedMinutes: number;
            /**
             * Format: int32
             * @description How many tasks have no estimate, and so count for nothing here.
             */
            unestimatedCount: number;
            /**
             * Format: int32
             * @description The days of the cycle on which is worked, by the calendar of the project; none in one of more than two years.
             */
            workdays: number;
        };
        /** @description The writable members of a cycle. */
        CycleInput: {
            /**
             * Format: date
             * @description The last day.
             */
            endDate: string;
            /** @description What the team wants to have reached at its end. */
            goal?: string | null;
            name: string;
            /** Format: date */
            startDate: string;
        };
        /** @description The writable members of a cycle. */
        CyclePatch: {
            /**
             * Format: date
             * @description The last day.
             */
            endDate?: string;
            /** @description What the team wants to have reached at its end. */
            goal?: string | null;
            name?: string;
            /** Format: date */
            startDate?: string;
        };
        /** @description One person in a cycle. */
        CyclePerson: {
            /**
             * Format: int64
             * @description The time that they have for the project, days off taken out; null while it cannot be asked for.
             */
            capacityMinutes: number | null;
            /**
             * Format: int64
             * @description Their share of what their tasks are estimated at.
             */
            estimateMinutes: number;
            /** @description Whether more is taken on than they have time. */
            isOver: boolean;
            /**
             * Format: int32
             * @description How many tasks they are assigned to.
             */
            taskCount: number;
            /**
             * Format: int64
             * @description What their days off take.
             */
            timeOffMinutes: number | null;
            /**
             * Format: uuid
             * @description The person.
             */
            userId: string;
        };
        /** @description A cycle with how far it is: the counts are of its tasks that are not in the trash; those of a closed one stand as they were when it was closed. Estimates are minutes. */
        CycleResponse: {
            /** Format: date-time */
            closedAt: string | null;
            /** Format: int32 */
            completedCount: number;
            /** Format: int32 */
            completedEstimateMinutes: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date */
            endDate: string;
            /** Format: int32 */
            estimateMinutes: number;
            goal: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int32 */
            progress: number;
            /** Format: uuid */
            projectId: string;
            /** Format: date */
            startDate: string;
            /** @enum {string} */
            state: "open" | "closed";
            /** Format: int32 */
            taskCount: number;
            /** Format: int64 */
            version: number;
        };
        /** @description One line of the scope log. */
        CycleScopeChange: {
            /** Format: uuid */
            actorId: string | null;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            change: "added" | "removed" | "carried_in" | "carried_over";
            /** Format: uuid */
            taskId: string;
        };
        /** @description The writable members. */
        CycleSettingsInput: {
            /**
             * @description Whether a task may stand in several open cycles; false when left out. Taking it back leaves tasks where they stand, until they are taken into a cycle again.
             * @default false
             */
            allowsSeveral?: boolean;
        };
        /** @description How cycles work in a project. */
        CycleSettingsResponse: {
            /** @description Whether a task may stand in several open cycles; otherwise joining one is leaving the others. */
            allowsSeveral: boolean;
            /**
             * Format: uuid
             * @description The project.
             */
            projectId: string;
            /**
             * Format: int64
             * @description 0 for those that nobody has set.
             */
            version: number;
        };
        /** @description Days off to take. */
        DayOffInput: {
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /**
             * @description Why; nobody else sees it. `vacation` when left out.
             * @enum {string|null}
             */
            kind?: "vacation" | "sick" | "holiday" | "other" | null;
            /**
             * @description Which half of each of the days; whole days when left out.
             * @enum {string|null}
             */
            part?: "morning" | "afternoon" | null;
            /**
             * Format: date
             * @description The last day.
             */
            to: string;
        };
        /** @description Days off as the one who takes them sees them. */
        DayOffResponse: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "vacation" | "sick" | "holiday" | "other";
            /** @enum {string|null} */
            part: "morning" | "afternoon" | null;
            /** Format: date */
            to: string;
            /** Format: uuid */
            userId: string;
        };
        /**
         * @description The first day of a week.
         * @enum {string}
         */
        DayOfWeekStart: "monday" | "sunday" | "saturday";
        /** @description The attributes of the envelope in which an event died. */
        DeadEventResponse: {
            /** Format: uuid */
            actorId: string | null;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            causationId: string | null;
            /** Format: uuid */
            changeId: string | null;
            clientId: string | null;
            correlationId: string | null;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            keyVersion: number;
            partitionKey: string;
            source: string;
            traceParent: string | null;
            type: string;
            /** Format: uuid */
            workspaceId: string | null;
        };
        /** @description A dead letter with its event. */
        DeadLetterDetails: {
            /** Format: int32 */
            attempts: number;
            /** @description Null when it died on its way out. */
            consumer: string | null;
            /** Format: date-time */
            diedAt: string;
            direction: components["schemas"]["DeadLetterDirection"];
            errorMessage: string | null;
            errorType: string | null;
            /** @description Null when the envelope cannot be read. */
            event: components["schemas"]["DeadEventResponse"] | null;
            /** @description Equal for those that died of one cause. */
            fingerprint: string;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: uuid */
            id: string;
            /** @description Whether texts and numbers of the payload are blotted out. */
            isMasked: boolean;
            /** Format: int64 */
            keyVersion: number;
            /** Format: uuid */
            messageId: string;
            /** @description Whether it arrived longer ago than the inbox remembers: a replay must be forced and might double an effect. */
            needsForce: boolean;
            /** @description Why it was discarded. */
            note: string | null;
            partitionKey: string;
            /** @description The payload; a text where it is no JSON, and null where such a text is masked. */
            payload: unknown;
            /** @enum {string} */
            reason: "retries_exhausted" | "not_retryable" | "crash_loop" | "undeliverable" | "unsupported_version" | "malformed" | "oversize";
            /** Format: int32 */
            replayCount: number;
            /** Format: date-time */
            resolvedAt: string | null;
            resolvedBy: string | null;
            service: string;
            source: string;
            state: components["schemas"]["DeadLetterState"];
            type: string;
            /** Format: uuid */
            workspaceId: string | null;
        };
        /**
         * @description Which way an event went when it died.
         * @enum {string}
         */
        DeadLetterDirection: "outgoing" | "incoming";
        /** @description Which dead letters, as a body names them; of several values any may fit. */
        DeadLetterFilterInput: {
            consumer?: string[] | null;
            fingerprint?: string[] | null;
            reason?: string[] | null;
            service?: string[] | null;
            since?: string | null;
            type?: string[] | null;
        };
        /** @description Dead letters that died of one cause. */
        DeadLetterGroupResponse: {
            /**
             * Format: int64
             * @description How many there are.
             */
            count: number;
            /** @description The last one. */
            example: components["schemas"]["DeadLetterResponse"];
            /** @description What they have in common; a filter of the list. */
            fingerprint: string;
            /**
             * Format: date-time
             * @description When the first of them died.
             */
            firstDiedAt: string;
            /**
             * Format: date-time
             * @description When the last one did.
             */
            lastDiedAt: string;
            /** @description Where they stand. */
            service: string;
            /** @description The wire types among them. */
            types: string[];
        };
        /** @description The groups, the largest first. `unreachable` services are missing. */
        DeadLetterGroups: {
            items: components["schemas"]["DeadLetterGroupResponse"][];
            unreachable: string[];
        };
        /** @description One page of dead letters of all services. `unreachable` services are missing from it. */
        DeadLetterPage: {
            items: components["schemas"]["DeadLetterResponse"][];
            nextCursor: string | null;
            unreachable: string[];
        };
        /** @description A dead letter without its payload. */
        DeadLetterResponse: {
            /** Format: int32 */
            attempts: number;
            /** @description Null when it died on its way out. */
            consumer: string | null;
            /** Format: date-time */
            diedAt: string;
            direction: components["schemas"]["DeadLetterDirection"];
            errorMessage: string | null;
            errorType: string | null;
            /** @description Equal for those that died of one cause. */
            fingerprint: string;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            keyVersion: number;
            /** Format: uuid */
            messageId: string;
            /** @description Whether it arrived longer ago than the inbox remembers: a replay must be forced and might double an effect. */
            needsForce: boolean;
            /** @description Why it was discarded. */
            note: string | null;
            partitionKey: string;
            /** @enum {string} */
            reason: "retries_exhausted" | "not_retryable" | "crash_loop" | "undeliverable" | "unsupported_version" | "malformed" | "oversize";
            /** Format: int32 */
            replayCount: number;
            /** Format: date-time */
            resolvedAt: string | null;
            resolvedBy: string | null;
            service: string;
            source: string;
            state: components["schemas"]["DeadLetterState"];
            type: string;
            /** Format: uuid */
            workspaceId: string | null;
        };
        /**
         * @description The life of a dead letter.
         * @enum {string}
         */
        DeadLetterState: "open" | "replaying" | "resolved" | "discarded";
        DelegateApprovalRequest: {
            /**
             * Format: uuid
             * @description The member of the project who answers from now on.
             */
            userId: string;
        };
        /**
         * @description How much a card shows.
         * @enum {string}
         */
        Density: "compact" | "normal" | "detailed";
        /** @description One thing that the program depends on. */
        DependencyHealth: {
            /** @description `database:tasks`. */
            name: string;
            /**
             * @description `up`, `down`; `blocked` for a broker that is short of room, `degraded` or `full` for an outbox that is behind.
             * @enum {string}
             */
            status: "up" | "down" | "blocked" | "degraded" | "full";
        };
        /** @description A dependency as the task in the path sees it. It never changes: another one takes its place. */
        DependencyResponse: {
            /**
             * Format: date-time
             * @description When.
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description Who has made it.
             */
            createdBy: string;
            /**
             * Format: uuid
             * @description The dependency.
             */
            id: string;
            /**
             * Format: int32
             * @description The working minutes that lie between these ends; negative where the tasks may overlap.
             */
            lagMinutes: number | null;
            /**
             * @description Which ends are tied, where one of the two blocks the other.
             * @enum {string|null}
             */
            link: "finish_to_start" | "start_to_start" | "finish_to_finish" | "start_to_finish" | null;
            /** @description The task at the other end. */
            task: components["schemas"]["DependentTask"];
            /**
             * Format: uuid
             * @description The task at the other end.
             */
            taskId: string;
            /**
             * @description What the task in the path does to it.
             * @enum {string}
             */
            type: "blocks" | "blocked_by" | "relates_to" | "duplicates" | "duplicated_by";
            /**
             * Format: int64
             * @description Always 1.
             */
            version: number;
        };
        /** @description As much of a task at the other end as a list shows of it. */
        DependentTask: {
            key: string;
            /** Format: uuid */
            projectId: string;
            status: string;
            /** @enum {string} */
            statusCategory: "backlog" | "unstarted" | "started" | "completed" | "cancelled";
            title: string;
        };
        /** @description One of the things that a difficulty is computed from. */
        DifficultyFactorResponse: {
            /**
             * Format: int64
             * @description How much of it there is: minutes of estimate, the task's own or that of its direct sub-tasks together where it is more; steps and direct sub-tasks; tasks that block it or that it blocks; assignees.
             */
            amount: number;
            /**
             * Format: int32
             * @description What it can add at most.
             */
            mostPoints: number;
            /**
             * @description What it is.
             * @enum {string}
             */
            name: "estimate" | "parts" | "dependencies" | "people";
            /**
             * Format: int64
             * @description The amount from which on it adds one more; null when it adds the most.
             */
            nextAt: number | null;
            /**
             * Format: int32
             * @description What it adds to the difficulty.
             */
            points: number;
        };
        /** @description How difficult a task is: what somebody has said, and what follows from the work that is known, with the reasons. */
        DifficultyResponse: {
            /**
             * Format: int32
             * @description What is computed, 1 to 10: one for every task and the points of its factors.
             */
            computed: number;
            /** @description What it is computed from, always the same factors in the same order. */
            factors: components["schemas"]["DifficultyFactorResponse"][];
            /**
             * Format: int32
             * @description What somebody has set, 1 to 10; null when nobody has. It counts before what is computed.
             */
            manual: number | null;
        };
        /**
         * @description How often notifications are summed up in a letter.
         * @enum {string}
         */
        Digest: "none" | "daily" | "weekly";
        /** @description Why the effect of an event may be done without. */
        DiscardDeadLetterRequest: {
            reason: string;
        };
        /** @description Which dead letters to do without, by their ids or by a filter, and why. */
        DiscardDeadLettersRequest: {
            filter?: components["schemas"]["DeadLetterFilterInput"] | null;
            ids?: string[] | null;
            reason: string;
        };
        /** @description What a bulk discard did. */
        DiscardDeadLettersResponse: {
            /**
             * Format: int32
             * @description How many were closed.
             */
            discarded: number;
            /** @description Whether more fit the filter than one call takes. */
            hasMore: boolean;
            /** @description The services whose database did not answer. */
            unreachable: string[];
        };
        DuplicateTaskRequest: {
            /**
             * Format: uuid
             * @description The project of the duplicate; that of the task when left out.
             */
            projectId?: string | null;
            /** @description Whether everything below the task is duplicated with it. */
            subtasks: boolean;
            /** @description What the duplicate is called; like the task when left out. */
            title?: string | null;
        };
        EditTaskTypesRequest: {
            types: components["schemas"]["TaskTypeInput"][];
        };
        /** @description The workflow as it shall be. */
        EditWorkflowRequest: {
            /** @description For states that go: the key of the one that takes the tasks over. */
            mapping?: {
                [key: string]: string;
            } | null;
            /** @description Its states. */
            states: components["schemas"]["WorkflowStateInput"][];
        };
        /** @description The current password, because what follows cannot be taken back. */
        EraseAccountRequest: {
            password: string;
        };
        /** @description How far an erasure is: `running`, `delayed` (somebody has to look at it) or `completed`. */
        ErasureResponse: {
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** @enum {string} */
            state: "running" | "delayed" | "completed";
        };
        /** @description A favourite as its person sees it; its place is that in the list. */
        FavouriteResponse: {
            /** Format: date-time */
            addedAt: string;
            /** Format: uuid */
            projectId: string;
        };
        /** @description The changed fields by their names, each with its value before and after. Long texts have no value before. */
        FieldChanges: {
            [key: string]: {
                from?: unknown;
                to?: unknown;
            };
        };
        ForgotPasswordRequest: {
            email: string;
        };
        /** @description The writable members of a goal. */
        GoalInput: {
            description?: string | null;
            /**
             * Format: date
             * @description The day on which it should be reached.
             */
            dueDate?: string | null;
            /** @description The milestones whose tasks count for it. Those that the caller may not see stay linked in any case. */
            milestoneIds?: string[] | null;
            name: string;
            /**
             * Format: uuid
             * @description Who answers for it, a member of the workspace. Left out: the caller in a creation, kept otherwise.
             */
            ownerId?: string | null;
            /**
             * Format: uuid
             * @description The goal of the same workspace to which it contributes; null for none.
             */
            parentId?: string | null;
            /** @description The projects whose tasks count for it. Those that the caller may not see stay linked in any case. */
            projectIds?: string[] | null;
        };
        /** @description A project or milestone that is linked to a goal, with how far it is by itself. */
        GoalLink: {
            /**
             * Format: uuid
             * @description The project or the milestone.
             */
            id: string;
            /**
             * @description Which of the two.
             * @enum {string}
             */
            kind: "project" | "milestone";
            /** @description What it is called. */
            name: string;
            /** @description Its tasks; null while those of projects cannot be counted. */
            progress: components["schemas"]["GoalProgress"] | null;
            /**
             * Format: uuid
             * @description The project, or that of the milestone.
             */
            projectId: string;
        };
        /** @description The writable members of a goal. */
        GoalPatch: {
            description?: string | null;
            /**
             * Format: date
             * @description The day on which it should be reached.
             */
            dueDate?: string | null;
            /** @description The milestones whose tasks count for it. Those that the caller may not see stay linked in any case. */
            milestoneIds?: string[] | null;
            name?: string;
            /**
             * Format: uuid
             * @description Who answers for it, a member of the workspace. Left out: the caller in a creation, kept otherwise.
             */
            ownerId?: string | null;
            /**
             * Format: uuid
             * @description The goal of the same workspace to which it contributes; null for none.
             */
            parentId?: string | null;
            /** @description The projects whose tasks count for it. Those that the caller may not see stay linked in any case. */
            projectIds?: string[] | null;
        };
        /** @description How many tasks there are, the cancelled ones and those in the trash left out, and how many of them are done; in percent, rounded down. */
        GoalProgress: {
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            percent: number;
            /** Format: int32 */
            total: number;
        };
        /** @description A goal as callers see it. */
        GoalResponse: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** Format: date */
            dueDate: string | null;
            /**
             * Format: int32
             * @description How many more projects and milestones are linked, which the caller may not see; they count all the same.
             */
            hiddenLinkCount: number;
            /** Format: uuid */
            id: string;
            /** @description What the linked projects and milestones that the caller may see contribute, each by itself. */
            links: components["schemas"]["GoalLink"][];
            /** @description The linked milestones of projects that the caller may see. */
            milestoneIds: string[];
            name: string;
            /** Format: uuid */
            ownerId: string;
            /**
             * Format: uuid
             * @description The goal to which it contributes.
             */
            parentId: string | null;
            /** @description How far the tasks are of all that is linked to the goal and to those that contribute to it, each counted once, a moment ago; null while they cannot be counted, because the service of tasks runs in another process. */
            progress: components["schemas"]["GoalProgress"] | null;
            /** @description The linked projects that the caller may see. */
            projectIds: string[];
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            workspaceId: string;
        };
        /** @description The state of the program. */
        HealthReport: {
            /** @description What it depends on; empty where nothing was asked. */
            dependencies: components["schemas"]["DependencyHealth"][];
            /**
             * @description `live`, `ready` or `degraded`.
             * @enum {string}
             */
            status: "live" | "ready" | "degraded";
        };
        /** @description How a template is used. */
        InstantiateProjectTemplateRequest: {
            /**
             * Format: date
             * @description The day from which days count; today in the workspace's time zone when left out.
             */
            date?: string | null;
            /** @description Its key; made from the name when left out. */
            key?: string | null;
            /** @description What the project is called. */
            name: string;
            /** @description The values of the template's variables, by their names. */
            variables?: {
                [key: string]: string;
            } | null;
            /**
             * Format: int64
             * @description The version of the template that is used; the present one when left out.
             */
            version?: number | null;
        };
        /** @description How a template is used. */
        InstantiateTaskTemplateRequest: {
            /**
             * Format: date
             * @description The day from which its dates count; today in the project's time zone when left out.
             */
            date?: string | null;
            /**
             * Format: uuid
             * @description The task to which the new one belongs.
             */
            parentId?: string | null;
            /** @description The values of its variables, by their names. */
            variables?: {
                [key: string]: string;
            } | null;
        };
        /** @description One use of a template. */
        InstantiationResponse: {
            /**
             * Format: date-time
             * @description When the project was there.
             */
            completedAt: string | null;
            /**
             * Format: uuid
             * @description The use.
             */
            id: string;
            /**
             * Format: uuid
             * @description The project, once it is there.
             */
            projectId: string | null;
            /** @description Why it failed. */
            reason: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            requestedAt: string;
            /**
             * @description `running`, `delayed` (somebody has to look at it), `completed`, or `failed`, which leaves nothing.
             * @enum {string}
             */
            state: "running" | "delayed" | "completed" | "failed";
            /**
             * Format: uuid
             * @description The template.
             */
            templateId: string;
            /**
             * Format: int64
             * @description The version of it that was used.
             */
            templateVersion: number;
        };
        /** @description What an invitation says to whoever holds its link. */
        InvitationResponse: {
            email: string;
            /** Format: date-time */
            expiresAt: string;
            inviterName: string;
            projectName: string;
        };
        /** @description The writable members of a label; without a colour it gets the one that belongs to its name. */
        LabelAsGiven: {
            color: string | null;
            /** @description Whether a task carries at most one label of the group; said of one label it holds for all of its group. As the group is, when left out. */
            exclusive: boolean | null;
            /** @description The heading below which it stands among the others; left out or blank for none. */
            group: string | null;
            name: string | null;
        };
        /** @description The writable members of a label; without a colour it gets the one that belongs to its name. */
        LabelInput: {
            color?: string | null;
            /** @description Whether a task carries at most one label of the group; said of one label it holds for all of its group. As the group is, when left out. */
            exclusive?: boolean | null;
            /** @description The heading below which it stands among the others; left out or blank for none. */
            group?: string | null;
            name: string;
        };
        /** @description The writable members of a label; without a colour it gets the one that belongs to its name. */
        LabelPatch: {
            color?: string | null;
            /** @description Whether a task carries at most one label of the group; said of one label it holds for all of its group. As the group is, when left out. */
            exclusive?: boolean | null;
            /** @description The heading below which it stands among the others; left out or blank for none. */
            group?: string | null;
            name?: string;
        };
        /** @description A label of a project. */
        LabelResponse: {
            color: string;
            /** @description Whether a task carries at most one label of the group. */
            exclusive: boolean;
            /** @description The heading below which it stands among the others. */
            group: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int64 */
            version: number;
        };
        /** @description Who works a lane off. */
        LaneResponse: {
            /** Format: int64 */
            epoch: number;
            /** Format: int32 */
            number: number;
            /** Format: uuid */
            owner: string | null;
        };
        LogInRequest: {
            email: string;
            password: string;
        };
        LogOutRequest: {
            refreshToken?: string | null;
        };
        /** @description Beside which other favourite it is to stand; named by its project. */
        MarkFavouriteRequest: {
            /** Format: uuid */
            afterId?: string | null;
            /** Format: uuid */
            beforeId?: string | null;
        };
        /** @description When a milestone that is open will probably be reached, and out of what this follows. */
        MilestoneForecast: {
            /**
             * Format: int32
             * @description How many tasks of the project were finished in these weeks.
             */
            finishedTasks: number;
            /**
             * Format: date
             * @description The day by which it is reached as likely as not.
             */
            likelyOn: string | null;
            /**
             * Format: uuid
             * @description The milestone.
             */
            milestoneId: string;
            /**
             * Format: int64
             * @description What they are estimated at.
             */
            openEstimateMinutes: number;
            /**
             * Format: int32
             * @description How many tasks it waits for.
             */
            openTasks: number;
            /**
             * @description Whether there is a forecast, and else why not.
             * @enum {string}
             */
            outcome: "forecast" | "done" | "empty" | "too_little_history" | "nothing_finished" | "too_far";
            /**
             * Format: int32
             * @description How many weeks of the project, up to today, the forecast is made of; at most twelve, and it takes five.
             */
            pastWeeks: number;
            /**
             * Format: date
             * @description The last due day of its open tasks; null unless all of them have one.
             */
            plannedOn: string | null;
            /**
             * Format: date
             * @description The day by which it is reached in 85 of 100 cases; null where that is more than two years away.
             */
            safeOn: string | null;
            /**
             * Format: int32
             * @description The open tasks of milestones that are due before it: they are taken to be finished first.
             */
            tasksAhead: number;
        };
        /** @description The writable members of a milestone. */
        MilestoneInput: {
            description?: string | null;
            /** Format: date */
            dueDate?: string | null;
            name: string;
            /** Format: date */
            startDate?: string | null;
            /**
             * @description Whether it has been reached; `open` when left out.
             * @enum {string|null}
             */
            state?: "open" | "completed" | null;
        };
        /** @description The writable members of a milestone. */
        MilestonePatch: {
            description?: string | null;
            /** Format: date */
            dueDate?: string | null;
            name?: string;
            /** Format: date */
            startDate?: string | null;
            /**
             * @description Whether it has been reached; `open` when left out.
             * @enum {string|null}
             */
            state?: "open" | "completed" | null;
        };
        /** @description A milestone as callers see it; the progress is that of its tasks, a moment ago. */
        MilestoneResponse: {
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** Format: date */
            dueDate: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            progress: components["schemas"]["TaskProgress"];
            /** Format: uuid */
            projectId: string;
            /** Format: date */
            startDate: string | null;
            /** @enum {string} */
            state: "open" | "completed";
            /** Format: int64 */
            version: number;
        };
        /** @description When a task starts, is due or has its deadline: a calendar date, which is that whole day wherever the reader is, or an instant. It is answered in the form in which it was set. */
        Moment: string;
        MoveTaskRequest: {
            /** Format: uuid */
            afterId?: string | null;
            /** Format: uuid */
            beforeId?: string | null;
            status?: string | null;
        };
        MuteTaskRequest: {
            muted: boolean;
        };
        /** @description How many notifications the caller has not read. */
        NotificationCount: {
            /** Format: int64 */
            unread: number;
        };
        /** @description Which channels speak up where nothing finer is set. */
        NotificationDefaults: {
            digest: components["schemas"]["Digest"];
            email: boolean;
            inApp: boolean;
            push: boolean;
        };
        /** @description Which channels speak up where nothing finer is set. */
        NotificationDefaultsInput: {
            /** @default none */
            digest?: components["schemas"]["Digest"];
            /** @default true */
            email?: boolean;
            /** @default true */
            inApp?: boolean;
            /** @default true */
            push?: boolean;
        };
        /** @description Which channels speak up where nothing finer is set. */
        NotificationDefaultsPatch: {
            digest?: components["schemas"]["Digest"];
            email?: boolean;
            inApp?: boolean;
            push?: boolean;
        };
        /** @description A notification as its person sees it, and as the live message `notification` carries it. */
        NotificationResponse: {
            /** Format: uuid */
            actorId: string | null;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            commentId: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            projectId: string;
            /** Format: date-time */
            readAt: string | null;
            subject: components["schemas"]["NotificationSubject"];
            type: string;
        };
        /** @description What a notification is about: a `task` or a `project`. */
        NotificationSubject: {
            /** Format: uuid */
            id: string;
            key: string;
            /** @enum {string} */
            kind: "task" | "project";
            title: string;
        };
        /** @description A task that would move. */
        OfferedShift: {
            /** @description The due date that it would get; none where it has none. */
            dueAt: components["schemas"]["Moment"] | null;
            /**
             * Format: date-time
             * @description When it could be finished then.
             */
            earliestFinish: string;
            /**
             * Format: date-time
             * @description When it could start then.
             */
            earliestStart: string;
            /** @description Its key. */
            key: string;
            /**
             * Format: int64
             * @description The working time by which it moves; negative when it could come earlier.
             */
            minutes: number;
            /** @description The start that it would get; none where it has none. Nothing is pulled to an earlier date. */
            startAt: components["schemas"]["Moment"] | null;
            /**
             * Format: uuid
             * @description The task.
             */
            taskId: string;
            /** @description Its title. */
            title: string;
        };
        /** @description Where tokens come from (OpenID Connect Discovery 1.0). */
        OpenIdConfiguration: {
            claims_supported: string[];
            id_token_signing_alg_values_supported: string[];
            issuer: string;
            jwks_uri: string;
            response_types_supported: string[];
            subject_types_supported: string[];
        };
        /** @description The steps in their new order; those that are not named stay behind, in the order that they have. */
        OrderStepsRequest: {
            ids: string[];
        };
        /** @description Events that were committed and not dispatched yet. */
        OutboxResponse: {
            /** Format: int64 */
            count: number;
            oldestAgeSeconds: number | null;
        };
        /** @description A sub-task whose dates lie outside those of the task above it. */
        OutlyingTask: {
            dueAt: components["schemas"]["Moment"] | null;
            /** Format: uuid */
            id: string;
            key: string;
            startAt: components["schemas"]["Moment"] | null;
            title: string;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfActivityResponse: {
            items: components["schemas"]["ActivityResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfAllocationResponse: {
            items: components["schemas"]["AllocationResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfApprovalResponse: {
            items: components["schemas"]["ApprovalResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfCommentResponse: {
            items: components["schemas"]["CommentResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfCustomFieldResponse: {
            items: components["schemas"]["CustomFieldResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfCycleResponse: {
            items: components["schemas"]["CycleResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfCycleScopeChange: {
            items: components["schemas"]["CycleScopeChange"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfDayOffResponse: {
            items: components["schemas"]["DayOffResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfDependencyResponse: {
            items: components["schemas"]["DependencyResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfFavouriteResponse: {
            items: components["schemas"]["FavouriteResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfGoalResponse: {
            items: components["schemas"]["GoalResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfLabelResponse: {
            items: components["schemas"]["LabelResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfMilestoneForecast: {
            items: components["schemas"]["MilestoneForecast"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfMilestoneResponse: {
            items: components["schemas"]["MilestoneResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfNotificationResponse: {
            items: components["schemas"]["NotificationResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfPricedTimeEntryResponse: {
            items: components["schemas"]["PricedTimeEntryResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfProjectMemberResponse: {
            items: components["schemas"]["ProjectMemberResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfProjectResponse: {
            items: components["schemas"]["ProjectResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfProjectTemplateItem: {
            items: components["schemas"]["ProjectTemplateItem"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfRateResponse: {
            items: components["schemas"]["RateResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfReleaseResponse: {
            items: components["schemas"]["ReleaseResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfServiceHealthResponse: {
            items: components["schemas"]["ServiceHealthResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfServiceQueuesResponse: {
            items: components["schemas"]["ServiceQueuesResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfSessionResponse: {
            items: components["schemas"]["SessionResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfSimilarTaskResponse: {
            items: components["schemas"]["SimilarTaskResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfTaskHistoryEntry: {
            items: components["schemas"]["TaskHistoryEntry"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfTaskResponse: {
            items: components["schemas"]["TaskResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfTaskStep: {
            items: components["schemas"]["TaskStep"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfTaskTemplateResponse: {
            items: components["schemas"]["TaskTemplateResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfTimeSheetResponse: {
            items: components["schemas"]["TimeSheetResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfTrashedTaskResponse: {
            items: components["schemas"]["TrashedTaskResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfUserResponse: {
            items: components["schemas"]["UserResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfViewResponse: {
            items: components["schemas"]["ViewResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfWatcherResponse: {
            items: components["schemas"]["WatcherResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfWorkloadResponse: {
            items: components["schemas"]["WorkloadResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfWorkspaceMemberResponse: {
            items: components["schemas"]["WorkspaceMemberResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfWorkspaceResponse: {
            items: components["schemas"]["WorkspaceResponse"][];
            nextCursor: string | null;
        };
        /** @description A deadline behind which a task is due, or can be finished at the earliest. */
        PassedDeadline: {
            /** @description The deadline. */
            deadlineAt: components["schemas"]["Moment"];
            /** @description Its key. */
            key: string;
            /**
             * Format: int64
             * @description The working time by which it is passed.
             */
            minutes: number;
            /**
             * Format: uuid
             * @description The task.
             */
            taskId: string;
            /** @description Its title. */
            title: string;
        };
        /** @description How a person wants the product to look and to speak up. PUT takes the same members; one left out takes its default. */
        PreferencesInput: {
            accent?: string | null;
            /** @default normal */
            density?: components["schemas"]["Density"];
            locale?: string | null;
            notifications?: components["schemas"]["NotificationDefaultsInput"] | null;
            /** @default system */
            theme?: components["schemas"]["Theme"];
            timeZone?: string | null;
            /** @default monday */
            weekStart?: components["schemas"]["DayOfWeekStart"];
        };
        /** @description How a person wants the product to look and to speak up. PUT takes the same members; one left out takes its default. */
        PreferencesPatch: {
            accent?: string | null;
            density?: components["schemas"]["Density"];
            locale?: string | null;
            notifications?: components["schemas"]["NotificationDefaultsPatch"] | null;
            theme?: components["schemas"]["Theme"];
            timeZone?: string | null;
            weekStart?: components["schemas"]["DayOfWeekStart"];
        };
        /** @description The preferences; language and time zone are those of the profile. */
        PreferencesResponse: {
            accent: string | null;
            density: components["schemas"]["Density"];
            locale: string;
            notifications: components["schemas"]["NotificationDefaults"];
            theme: components["schemas"]["Theme"];
            timeZone: string;
            /** Format: int64 */
            version: number;
            weekStart: components["schemas"]["DayOfWeekStart"];
        };
        /** @description A rule to try out. */
        PreviewRecurrenceRequest: {
            /** Format: int32 */
            count?: number | null;
            rule: string;
            start: components["schemas"]["Moment"];
            timeZone?: string | null;
        };
        /** @description A time entry in a list. What it costs is told to those who manage the project, where it is billable and a rate was set. */
        PricedTimeEntryResponse: {
            /**
             * Format: int64
             * @description In the currency's smallest unit.
             */
            amount: number | null;
            billable: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description An ISO 4217 code. */
            currency: string | null;
            /** Format: date */
            date: string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            minutes: number;
            note: string;
            /** Format: uuid */
            projectId: string;
            /** Format: uuid */
            taskId: string | null;
            /** Format: uuid */
            userId: string;
            /** Format: int64 */
            version: number;
        };
        /** @description A refusal (RFC 9457). Some codes add members of their own. */
        Problem: {
            /** @description What programs may branch on; it stays the same. */
            code: string;
            /** @description What is wrong and what would be right, for people. */
            detail: string;
            /** @description What is wrong with each field that is at fault. */
            errors?: {
                [key: string]: string[];
            };
            /** @description The path that was asked for. */
            instance: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What the status means. */
            title: string;
            /** @description Finds the request in the logs. */
            traceId: string;
            /** @description The kind of problem as a URI. */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The writable members of a profile. */
        ProfileInput: {
            displayName: string;
            locale?: string | null;
            timeZone?: string | null;
        };
        /** @description The writable members of a profile. */
        ProfilePatch: {
            displayName?: string;
            locale?: string | null;
            timeZone?: string | null;
        };
        /** @description The writable members of a project: the body of PUT, what a PATCH merges into, and the heart of a creation. */
        ProjectInput: {
            color?: string | null;
            description?: string | null;
            /** Format: date */
            dueDate?: string | null;
            icon?: string | null;
            /** @description Left out: made from the name in a creation, kept otherwise. */
            key?: string | null;
            name: string;
            /**
             * Format: uuid
             * @description The project of the same workspace below which it stands; null for none.
             */
            parentId?: string | null;
            /** Format: date */
            startDate?: string | null;
        };
        /** @description A member, or somebody who was invited: then `state` is `invited`, there is no `userId` yet, and `invitationLink` stands in the answer to the invitation alone. */
        ProjectMemberResponse: {
            avatarUrl: string | null;
            displayName: string;
            email?: string;
            /** Format: date-time */
            expiresAt?: string;
            /** Format: uuid */
            invitationId?: string;
            invitationLink?: string;
            /** Format: date-time */
            joinedAt: string | null;
            /** @enum {string} */
            role: "owner" | "manager" | "contributor" | "viewer";
            /** @enum {string} */
            state: "active" | "invited";
            /** Format: uuid */
            userId: string | null;
        };
        /** @description The writable members of a project: the body of PUT, what a PATCH merges into, and the heart of a creation. */
        ProjectPatch: {
            color?: string | null;
            description?: string | null;
            /** Format: date */
            dueDate?: string | null;
            icon?: string | null;
            /** @description Left out: made from the name in a creation, kept otherwise. */
            key?: string | null;
            name?: string;
            /**
             * Format: uuid
             * @description The project of the same workspace below which it stands; null for none.
             */
            parentId?: string | null;
            /** Format: date */
            startDate?: string | null;
        };
        /** @description A project as callers see it; `role` is what the caller may do in it, `parentId` the project below which it stands. */
        ProjectResponse: {
            color: string;
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** Format: date */
            dueDate: string | null;
            icon: string | null;
            /** Format: uuid */
            id: string;
            key: string;
            /** Format: int32 */
            memberCount: number;
            name: string;
            /** Format: uuid */
            ownerId: string;
            /** Format: uuid */
            parentId: string | null;
            /** @enum {string} */
            role: "owner" | "manager" | "contributor" | "viewer";
            /** Format: date */
            startDate: string | null;
            /** @enum {string} */
            state: "active" | "archived" | "deleted";
            /** Format: date-time */
            updatedAt: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            workspaceId: string;
        };
        /** @description The writable members of a template. */
        ProjectTemplateInput: {
            /** @description What a project gets from it. */
            content: components["schemas"]["TemplateContentInput"];
            name: string;
        };
        /** @description A template for projects, as lists show it. */
        ProjectTemplateItem: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description Who made it.
             */
            createdBy: string;
            /**
             * Format: uuid
             * @description The template.
             */
            id: string;
            /** @description What it is called. */
            name: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /**
             * Format: int64
             * @description Its version; every change makes a new one.
             */
            version: number;
            /**
             * Format: uuid
             * @description Its workspace.
             */
            workspaceId: string;
        };
        /** @description A template for projects, at one of its versions. */
        ProjectTemplateResponse: {
            /** @description What a project gets from it. */
            content: components["schemas"]["TemplateContent"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description Who made it.
             */
            createdBy: string;
            /**
             * Format: uuid
             * @description The template.
             */
            id: string;
            /** @description What it is called. */
            name: string;
            /**
             * Format: date-time
             * @description When this version was made.
             */
            updatedAt: string;
            /** @description The variables that its texts name. */
            variables: string[];
            /**
             * Format: int64
             * @description The version.
             */
            version: number;
            /**
             * Format: uuid
             * @description Its workspace.
             */
            workspaceId: string;
        };
        /** @description A public key for ES256 signatures. */
        PublishedKey: {
            alg: string;
            crv: string;
            kid: string;
            kty: string;
            use: string;
            x: string;
            y: string;
        };
        /** @description A set of public keys (RFC 7517). */
        PublishedKeys: {
            keys: components["schemas"]["PublishedKey"][];
        };
        /** @description The writable members of a rate. */
        RateInput: {
            /**
             * Format: int64
             * @description For an hour, in the currency's smallest unit: 9000 for 90 euros.
             */
            amount: number;
            /** @description An ISO 4217 code such as EUR. */
            currency: string;
            /**
             * Format: uuid
             * @description Whose hour it is; left out, it is that of everybody who has no rate of their own.
             */
            userId?: string | null;
            /**
             * Format: date
             * @description The first day on which it counts.
             */
            validFrom: string;
            /**
             * Format: date
             * @description The last day on which it counts; null: it counts until the next one begins.
             */
            validUntil?: string | null;
        };
        /** @description The writable members of a rate. */
        RatePatch: {
            /**
             * Format: int64
             * @description For an hour, in the currency's smallest unit: 9000 for 90 euros.
             */
            amount?: number;
            /** @description An ISO 4217 code such as EUR. */
            currency?: string;
            /**
             * Format: uuid
             * @description Whose hour it is; left out, it is that of everybody who has no rate of their own.
             */
            userId?: string | null;
            /**
             * Format: date
             * @description The first day on which it counts.
             */
            validFrom?: string;
            /**
             * Format: date
             * @description The last day on which it counts; null: it counts until the next one begins.
             */
            validUntil?: string | null;
        };
        /** @description What an hour of billable time costs from a day on, in the currency's smallest unit; until its last day, or else until the next one begins. */
        RateResponse: {
            /** Format: int64 */
            amount: number;
            /** Format: date-time */
            createdAt: string;
            currency: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            projectId: string;
            /** Format: uuid */
            userId: string | null;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validUntil: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @description How many notifications were marked. */
        ReadAllAnswer: {
            /** Format: int32 */
            marked: number;
        };
        /** @description When a rule recurs, soonest first; fewer than were asked for when it ends before. */
        RecurrencePreview: {
            occurrences: string[];
        };
        RefreshSessionRequest: {
            refreshToken?: string | null;
        };
        RegisterRequest: {
            displayName: string;
            email: string;
            password: string;
        };
        RejectTimeSheetRequest: {
            /** @description What has to be mended. */
            reason: string;
        };
        /** @description The writable members of a release. */
        ReleaseInput: {
            /**
             * Format: date
             * @description The day of the release.
             */
            date?: string | null;
            /** @description The milestones of the project that have to be reached for it. */
            milestoneIds?: string[] | null;
            name: string;
            /** @description What is new, as Markdown. */
            notes?: string | null;
            /**
             * @description How far it has come; `planned` when left out.
             * @enum {string|null}
             */
            state?: "planned" | "released" | "archived" | null;
            /** @description What it is numbered, such as 2.4.0. */
            tag?: string | null;
        };
        /** @description The writable members of a release. */
        ReleasePatch: {
            /**
             * Format: date
             * @description The day of the release.
             */
            date?: string | null;
            /** @description The milestones of the project that have to be reached for it. */
            milestoneIds?: string[] | null;
            name?: string;
            /** @description What is new, as Markdown. */
            notes?: string | null;
            /**
             * @description How far it has come; `planned` when left out.
             * @enum {string|null}
             */
            state?: "planned" | "released" | "archived" | null;
            /** @description What it is numbered, such as 2.4.0. */
            tag?: string | null;
        };
        /** @description A release as callers see it; the progress is that of the tasks of its milestones, a moment ago: what is not done remains. */
        ReleaseResponse: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date */
            date: string | null;
            /** Format: uuid */
            id: string;
            milestoneIds: string[];
            name: string;
            notes: string;
            progress: components["schemas"]["TaskProgress"];
            /** Format: uuid */
            projectId: string;
            /** @enum {string} */
            state: "planned" | "released" | "archived";
            tag: string | null;
            /** Format: int64 */
            version: number;
        };
        RemoveCycleTasksRequest: {
            taskIds: string[];
        };
        /** @description A cycle, and which of the named tasks have left it; the others were not in it. */
        RemovedCycleTasks: {
            cycle: components["schemas"]["CycleResponse"];
            removedIds: string[];
        };
        /** @description How to replay one dead letter; everything may be left out. */
        ReplayDeadLetterRequest: {
            /** @description Also when it arrived longer ago than the inbox remembers. */
            force?: boolean;
            /** @description Why; stands in the record. */
            reason?: string | null;
        };
        /** @description Which dead letters to replay: by their ids, or all open ones that fit a filter. */
        ReplayDeadLettersRequest: {
            filter?: components["schemas"]["DeadLetterFilterInput"] | null;
            force?: boolean;
            ids?: string[] | null;
            reason?: string | null;
        };
        /** @description What a bulk replay did. */
        ReplayDeadLettersResponse: {
            /** @description Whether more fit the filter than one call takes. */
            hasMore: boolean;
            /**
             * Format: int32
             * @description How many are due again.
             */
            replayed: number;
            /**
             * Format: int32
             * @description How many need `force`, because they arrived longer ago than the inbox remembers.
             */
            tooOld: number;
            /** @description The services whose database did not answer. */
            unreachable: string[];
        };
        /** @description Which state the task is to enter, and why. */
        RequestApprovalRequest: {
            note?: string | null;
            status: string;
        };
        /** @description What moving a task to another start would do to those behind it. Nothing is changed. */
        RescheduleOffer: {
            /** @description The dependencies to which its new place does not keep. */
            conflicts: components["schemas"]["BrokenLink"][];
            /** @description When it would be due: a due date moves along with the start. */
            dueAt: components["schemas"]["Moment"] | null;
            /** @description The deadlines that it and the tasks behind it would pass. A deadline never moves along. */
            passedDeadlines: components["schemas"]["PassedDeadline"][];
            /** @description The tasks behind it whose earliest times would change, soonest first. */
            shifts: components["schemas"]["OfferedShift"][];
            /** @description When it would start. */
            startAt: components["schemas"]["Moment"];
            /**
             * Format: uuid
             * @description The task.
             */
            taskId: string;
        };
        /** @description The tasks that were moved, under one change that can be undone at once, and the deadlines that they pass now. */
        RescheduleResponse: {
            /** Format: uuid */
            changeId: string;
            passedDeadlines: components["schemas"]["PassedDeadline"][];
            tasks: components["schemas"]["TaskResponse"][];
        };
        /** @description Where a task is to be moved. */
        RescheduleTaskRequest: {
            /**
             * @description Whether the dates of the tasks behind it go forward where it pushes them; false when left out.
             * @default false
             */
            moveSuccessors?: boolean;
            /** @description When it starts from now on. Its due date moves along by the same working time. */
            startAt: components["schemas"]["Moment"];
        };
        ResetPasswordRequest: {
            password: string;
            token: string;
        };
        RestoreTaskRequest: {
            /**
             * Format: date-time
             * @description A moment at which the task stood as it should stand again; left out, it only comes out of the trash.
             */
            asOf?: string | null;
            /** @description Which of its members go back to that moment, by their names in the API; all when left out. */
            fields?: string[] | null;
        };
        /** @description Why a workflow is let go on; may be left out. */
        ResumeSagaRequest: {
            reason?: string | null;
        };
        /** @description How many tasks there are, the cancelled ones left out, and how many of them are done; in percent, rounded down. */
        RollUpProgress: {
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            percent: number;
            /** Format: int32 */
            total: number;
        };
        /** @description The tasks of a project and of all projects below it that the caller may see, taken together. Cancelled tasks and those in the trash count for nothing; estimates are minutes. */
        RollUpResponse: {
            /** Format: int64 */
            completedEstimateMinutes: number;
            /** @description When the first of the tasks starts; null when none has a start. */
            earliestStart: components["schemas"]["Moment"] | null;
            /** Format: int64 */
            estimateMinutes: number;
            /** @description When the last of the tasks is due; null when none is. */
            latestDue: components["schemas"]["Moment"] | null;
            progress: components["schemas"]["RollUpProgress"];
            /** @description The share of each project: the project itself, then what stands below it, level by level. */
            projects: components["schemas"]["RollUpShare"][];
        };
        /** @description What the tasks of one project contribute; `level` is 0 for the project that was asked for, 1 for those directly below it. */
        RollUpShare: {
            /** Format: int64 */
            completedEstimateMinutes: number;
            earliestStart: components["schemas"]["Moment"] | null;
            /** Format: int64 */
            estimateMinutes: number;
            key: string;
            latestDue: components["schemas"]["Moment"] | null;
            /** Format: int32 */
            level: number;
            name: string;
            progress: components["schemas"]["RollUpProgress"];
            /** Format: uuid */
            projectId: string;
        };
        /** @description A running timer as its owner sees it. */
        RunningTimerResponse: {
            note: string;
            /** Format: uuid */
            projectId: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: uuid */
            taskId: string | null;
        };
        /** @description One page of workflows of all services. `unreachable` services are missing from it. */
        SagaPage: {
            items: components["schemas"]["SagaResponse"][];
            nextCursor: string | null;
            unreachable: string[];
        };
        /** @description A workflow over several services that has not ended. */
        SagaResponse: {
            /**
             * Format: int32
             * @description How often the act at hand has failed.
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is looked at again; null while it only waits.
             */
            dueAt: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Whether it stands still until its events come or somebody resumes it. */
            isStuck: boolean;
            /** @description What it is about. */
            key: string;
            /** @description Why it stands still, undoes its steps, or tries again. */
            reason: string | null;
            /** @description The names of the events that have come. */
            received: string[];
            /** @description The service that runs it. */
            service: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /** @description Whether it goes from step to step, or undoes what was done; or how it has ended. */
            status: components["schemas"]["SagaStatus"];
            /** @description The step at hand. */
            step: string;
            /** @description Which kind of workflow. */
            type: string;
            /**
             * Format: date-time
             * @description When it last moved.
             */
            updatedAt: string;
        };
        /** @description Workflows over several services. */
        SagasResponse: {
            /**
             * Format: int64
             * @description Under way.
             */
            running: number;
            /**
             * Format: int64
             * @description Those of them that do not go on by themselves.
             */
            stuck: number;
        };
        /**
         * @description Where a saga stands.
         * @enum {string}
         */
        SagaStatus: "running" | "compensating" | "completed" | "compensated";
        /** @description What the template is to be called. */
        SaveProjectAsTemplateRequest: {
            name: string;
        };
        /** @description A task in a schedule. */
        ScheduledTask: {
            /** @description Whether there is no slack. */
            critical: boolean;
            /** @description The moment that it must not pass. */
            deadlineAt: components["schemas"]["Moment"] | null;
            /**
             * Format: date-time
             * @description Its duration later: `durationMinutes` of working time, or else its `estimateMinutes`.
             */
            earliestFinish: string;
            /**
             * Format: date-time
             * @description As soon as what it waits for, and its own start, allow.
             */
            earliestStart: string;
            /**
             * Format: uuid
             * @description The task.
             */
            id: string;
            /** @description Its key. */
            key: string;
            /**
             * Format: int64
             * @description The working time by which its due date is missed.
             */
            lateMinutes: number;
            /**
             * Format: date-time
             * @description Its duration later.
             */
            latestFinish: string;
            /**
             * Format: date-time
             * @description The latest that delays neither the end of the project nor a due date or a deadline.
             */
            latestStart: string;
            /**
             * Format: date-time
             * @description When it is finished then.
             */
            levelledFinish: string | null;
            /**
             * Format: int64
             * @description The working time by which its finish does if nobody works beyond their capacity; null unless asked for.
             */
            levelledMissedMinutes: number | null;
            /**
             * Format: date-time
             * @description When it starts if nobody works beyond their capacity; null unless asked for.
             */
            levelledStart: string | null;
            /**
             * Format: int64
             * @description The working time by which its earliest finish lies behind its deadline.
             */
            missedMinutes: number;
            /**
             * Format: int64
             * @description The working time between earliest and latest.
             */
            slackMinutes: number;
        };
        /** @description When the open tasks of a project can and have to be worked on, by the critical path method. */
        ScheduleResponse: {
            /** @description A chain of tasks without slack that makes the project as long as it is, first to last. */
            criticalPath: string[];
            /**
             * Format: date-time
             * @description When the last task can be finished; null where there is none.
             */
            finish: string | null;
            /**
             * Format: date-time
             * @description The same when nobody works beyond their capacity; null unless asked for.
             */
            levelledFinish: string | null;
            /** @description The tasks whose deadlines cannot be kept: not even as early as they can be, or not when nobody works beyond their capacity, where that was asked for. */
            missedDeadlines: string[];
            /**
             * Format: uuid
             * @description The project.
             */
            projectId: string;
            /**
             * Format: date-time
             * @description Nothing is planned before.
             */
            start: string;
            /** @description The tasks by their numbers. */
            tasks: components["schemas"]["ScheduledTask"][];
        };
        /** @description The health of one service. */
        ServiceHealthResponse: {
            /** @description Whether the answering process does. */
            isHere: boolean;
            /** @description Its name. */
            name: string;
            /**
             * Format: int32
             * @description How many processes run it.
             */
            processes: number;
            /** @description How it is. */
            status: components["schemas"]["ServiceStatus"];
        };
        /** @description The queues of one service; counts stop at 100,000. */
        ServiceQueuesResponse: {
            /** @description Each consumer that the service has, and any other for which something waits. */
            consumers: components["schemas"]["ConsumerResponse"][];
            /**
             * Format: int64
             * @description Dead letters that nobody has dealt with.
             */
            deadLetters: number;
            /**
             * Format: int64
             * @description Deliveries that could be handled now.
             */
            due: number;
            /** @description Whether its database answered; nothing else is known when it did not. */
            isReachable: boolean;
            /** @description Who works the queues off. */
            lanes: components["schemas"]["LaneResponse"][];
            /** @description Its events on their way out. */
            outbox: components["schemas"]["OutboxResponse"];
            /** @description Its workflows. */
            sagas: components["schemas"]["SagasResponse"];
            /** @description Its name. */
            service: string;
            /**
             * Format: int64
             * @description Deliveries that failed and wait for a retry.
             */
            waiting: number;
        };
        /**
         * @description How a service is.
         * @enum {string}
         */
        ServiceStatus: "up" | "starting" | "stopped" | "down";
        /** @description A session of the caller; `isCurrent` marks the one that the request belongs to. */
        SessionResponse: {
            address: string;
            /** Format: date-time */
            createdAt: string;
            device: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            isCurrent: boolean;
            /** Format: date-time */
            lastUsedAt: string;
        };
        /** @description A signed-in person's tokens. `refreshToken` is null for browsers, which have it in a cookie. */
        SignedInResponse: {
            accessToken: string;
            /** Format: int32 */
            expiresIn: number;
            refreshToken: string | null;
            tokenType: string;
            user: components["schemas"]["SignedInUser"];
        };
        /** @description Who has signed in; the profile stands at `/api/users/profile`. */
        SignedInUser: {
            /** Format: date-time */
            createdAt: string;
            displayName: string;
            email: string;
            /** Format: uuid */
            id: string;
            roles: string[];
            /** Format: int64 */
            version: number;
        };
        /** @description A task whose title is like another one. */
        SimilarTaskResponse: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its key. */
            key: string;
            /** @description How alike the titles are, up to 1: the share of the three-letter pieces of their words that both have, as `pg_trgm` measures it. */
            similarity: number;
            /** @description Its status. */
            status: string;
            /**
             * @description The category of that.
             * @enum {string}
             */
            statusCategory: "backlog" | "unstarted" | "started" | "completed" | "cancelled";
            /** @description Its title. */
            title: string;
        };
        StartTimerRequest: {
            note?: string | null;
            /** Format: uuid */
            projectId: string;
            /** Format: uuid */
            taskId?: string | null;
        };
        /** @description How many tasks a list has. */
        TaskCountResponse: {
            /**
             * Format: int32
             * @description How many there are, or how far was counted: 1,000, as many as can be changed at once.
             */
            count: number;
            /** @description Whether there are more. */
            isMore: boolean;
        };
        /** @description In what two states of a task differ; fields that are the same in both are left out. */
        TaskDifference: {
            changes: components["schemas"]["FieldChanges"];
            from: components["schemas"]["TaskMoment"];
            to: components["schemas"]["TaskMoment"];
        };
        /** @description One event of a task's history. */
        TaskHistoryEntry: {
            /** Format: uuid */
            actorId: string | null;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            changeId: string;
            changes: components["schemas"]["FieldChanges"];
            type: string;
            /** Format: int64 */
            version: number;
        };
        /** @description The writable members of a task: the body of PUT, what a PATCH merges into, and the heart of a creation. */
        TaskInput: {
            /** @description Who works on it; the first of them owns it. */
            assigneeIds?: string[] | null;
            /** @description Values of custom fields by their names; null takes one away. */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /** @description The moment that it must not pass, whatever is planned: earlier or later than its due date. */
            deadlineAt?: components["schemas"]["Moment"] | null;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            /** @description When it is wished to be finished. */
            dueAt?: components["schemas"]["Moment"] | null;
            /**
             * Format: int32
             * @description The working time from its start to its finish, by which it is scheduled; its estimate when left out.
             */
            durationMinutes?: number | null;
            /**
             * Format: int32
             * @description The work in it.
             */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            /** Format: uuid */
            milestoneId?: string | null;
            /**
             * Format: uuid
             * @description Comes to stand first among the assignees, whether named there or not; when left out or null, their order says who owns it.
             */
            ownerId?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            /** @default none */
            priority?: components["schemas"]["TaskPriority"];
            /** @description How the task recurs; completing it then makes the next one. */
            recurrence?: components["schemas"]["TaskRecurrenceInput"] | null;
            startAt?: components["schemas"]["Moment"] | null;
            status?: string | null;
            /** @description The steps in their order; one that names the id of a step keeps it. */
            steps?: components["schemas"]["TaskStepInput"][] | null;
            title: string;
            /** @description The key of one of the project's types; the first of them when left out. */
            type?: string | null;
            watcherIds?: string[] | null;
        };
        /** @description One of the two states that are compared. */
        TaskMoment: {
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            version: number;
        };
        /** @description The writable members of a task: the body of PUT, what a PATCH merges into, and the heart of a creation. */
        TaskPatch: {
            /** @description Who works on it; the first of them owns it. */
            assigneeIds?: string[] | null;
            /** @description Values of custom fields by their names; null takes one away. */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /** @description The moment that it must not pass, whatever is planned: earlier or later than its due date. */
            deadlineAt?: components["schemas"]["Moment"] | null;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            /** @description When it is wished to be finished. */
            dueAt?: components["schemas"]["Moment"] | null;
            /**
             * Format: int32
             * @description The working time from its start to its finish, by which it is scheduled; its estimate when left out.
             */
            durationMinutes?: number | null;
            /**
             * Format: int32
             * @description The work in it.
             */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            /** Format: uuid */
            milestoneId?: string | null;
            /**
             * Format: uuid
             * @description Comes to stand first among the assignees, whether named there or not; when left out or null, their order says who owns it.
             */
            ownerId?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            priority?: components["schemas"]["TaskPriority"];
            /** @description How the task recurs; completing it then makes the next one. */
            recurrence?: components["schemas"]["TaskRecurrencePatch"] | null;
            startAt?: components["schemas"]["Moment"] | null;
            status?: string | null;
            /** @description The steps in their order; one that names the id of a step keeps it. */
            steps?: components["schemas"]["TaskStepPatch"][] | null;
            title?: string;
            /** @description The key of one of the project's types; the first of them when left out. */
            type?: string | null;
            watcherIds?: string[] | null;
        };
        /**
         * @description How urgent a task is; stored as its number, so that it sorts.
         * @enum {string}
         */
        TaskPriority: "none" | "low" | "medium" | "high" | "urgent";
        /** @description How many tasks there are, the cancelled ones and those in the trash left out, and how many of them are done. */
        TaskProgress: {
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            total: number;
        };
        /** @description How a task recurs, and which of the series it is. */
        TaskRecurrence: {
            /**
             * @description Whether the next one follows the rule's own calendar, or the day on which the last one was completed.
             * @enum {string}
             */
            mode: "schedule" | "after_completion";
            /**
             * Format: uuid
             * @description The task that its completion made; a task makes one at most.
             */
            nextId: string | null;
            /**
             * Format: int32
             * @description Which task of the series it is, from 1.
             */
            number: number;
            /** @description The occurrence of the rule that the task stands for, wherever its dates were moved. */
            occurrence: components["schemas"]["Moment"];
            /** @description A recurrence rule of RFC 5545. */
            rule: string;
            /** @description Where the series starts: the first task's due date, else its start, else the day on which it was made to recur. */
            start: components["schemas"]["Moment"];
        };
        /** @description How a task is to recur. */
        TaskRecurrenceInput: {
            /**
             * @description Whether the next one follows the calendar of the rule, or the completion; `schedule` when left out.
             * @enum {string|null}
             */
            mode?: "schedule" | "after_completion" | null;
            /** @description A recurrence rule of RFC 5545 such as `FREQ=WEEKLY;BYDAY=MO`. */
            rule: string;
        };
        /** @description How a task is to recur. */
        TaskRecurrencePatch: {
            /**
             * @description Whether the next one follows the calendar of the rule, or the completion; `schedule` when left out.
             * @enum {string|null}
             */
            mode?: "schedule" | "after_completion" | null;
            /** @description A recurrence rule of RFC 5545 such as `FREQ=WEEKLY;BYDAY=MO`. */
            rule?: string;
        };
        /** @description A task as callers see it. Lists leave out `description` and `customFields` unless asked for. */
        TaskResponse: {
            /** @description Who works on it, the owner first. */
            assigneeIds: string[];
            /** Format: int32 */
            attachmentCount: number;
            /** Format: int32 */
            commentCount: number;
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            customFields?: {
                [key: string]: unknown;
            };
            deadlineAt: components["schemas"]["Moment"] | null;
            description?: string;
            /** Format: int32 */
            difficulty: number | null;
            dueAt: components["schemas"]["Moment"] | null;
            /** Format: int32 */
            durationMinutes: number | null;
            /** Format: int32 */
            estimateMinutes: number | null;
            /** Format: uuid */
            id: string;
            key: string;
            labels: string[];
            /** Format: uuid */
            milestoneId: string | null;
            /** Format: int32 */
            number: number;
            /**
             * Format: uuid
             * @description Who answers for it: the first of its assignees; null when it has none.
             */
            ownerId: string | null;
            /** Format: uuid */
            parentId: string | null;
            priority: components["schemas"]["TaskPriority"];
            /** Format: int32 */
            progress: number;
            /** Format: uuid */
            projectId: string;
            rank: string;
            recurrence: components["schemas"]["TaskRecurrence"] | null;
            /** Format: uuid */
            reporterId: string;
            startAt: components["schemas"]["Moment"] | null;
            status: string;
            /** @enum {string} */
            statusCategory: "backlog" | "unstarted" | "started" | "completed" | "cancelled";
            steps: components["schemas"]["TaskStep"][];
            /** Format: int32 */
            subtaskCount: number;
            /** Format: int32 */
            subtaskDoneCount: number;
            title: string;
            type: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: int64 */
            version: number;
            watcherIds: string[];
        };
        /** @description A task and all tasks below it, taken together. Cancelled tasks and those in the trash count for nothing; estimates are minutes. */
        TaskRollUpResponse: {
            /**
             * Format: int64
             * @description What of that belongs to tasks that are done.
             */
            completedEstimateMinutes: number;
            /** @description When the first of the tasks starts, itself included; null when none has a start. */
            earliestStart: components["schemas"]["Moment"] | null;
            /**
             * Format: int64
             * @description Its own estimate and those of all tasks below it.
             */
            estimateMinutes: number;
            /** @description False when there are more than ten thousand tasks; only so many are counted then. */
            isWhole: boolean;
            /** @description When the last of the tasks is due, itself included; null when none is. */
            latestDue: components["schemas"]["Moment"] | null;
            /**
             * Format: int32
             * @description How many levels of tasks stand below it.
             */
            levels: number;
            /** @description Open tasks below it whose dates lie outside its own, at most five, the latest first. */
            outlying: components["schemas"]["OutlyingTask"][];
            /**
             * Format: int32
             * @description How many such tasks there are.
             */
            outlyingCount: number;
            /**
             * Format: int32
             * @description What of it is the task's own; null when it has none.
             */
            ownEstimateMinutes: number | null;
            /** @description How many tasks stand below it, and how many of them are done. */
            progress: components["schemas"]["RollUpProgress"];
        };
        /** @description One step of a task. */
        TaskStep: {
            /**
             * Format: uuid
             * @description Who does it.
             */
            assigneeId: string | null;
            /** @description Whether it is done. */
            done: boolean;
            /** @description Until when: a calendar date or an instant. */
            dueAt: components["schemas"]["Moment"] | null;
            /**
             * Format: uuid
             * @description The step, unique in its task.
             */
            id: string;
            /** @description Whether the task cannot be completed before it is done. */
            required: boolean;
            /** @description What is done in it. */
            title: string;
        };
        /** @description The writable members of a step. */
        TaskStepInput: {
            /** Format: uuid */
            assigneeId?: string | null;
            /** @default false */
            done?: boolean;
            dueAt?: components["schemas"]["Moment"] | null;
            /**
             * Format: uuid
             * @description The step that it is, in a list of all steps of a task; left out for a new one.
             */
            id?: string | null;
            /**
             * @description Whether the task cannot be completed before the step is done.
             * @default false
             */
            required?: boolean;
            title: string;
        };
        /** @description The writable members of a step. */
        TaskStepPatch: {
            /** Format: uuid */
            assigneeId?: string | null;
            done?: boolean;
            dueAt?: components["schemas"]["Moment"] | null;
            /**
             * Format: uuid
             * @description The step that it is, in a list of all steps of a task; left out for a new one.
             */
            id?: string | null;
            /** @description Whether the task cannot be completed before the step is done. */
            required?: boolean;
            title?: string;
        };
        /** @description The writable members of a template. */
        TaskTemplateInput: {
            assigneeIds?: string[] | null;
            /**
             * Format: int32
             * @description The day that the tasks must not pass, in days from the day on which the template is used.
             */
            deadlineInDays?: number | null;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            /**
             * Format: int32
             * @description When the tasks are due, in days from the day on which the template is used.
             */
            dueInDays?: number | null;
            /** Format: int32 */
            durationMinutes?: number | null;
            /** Format: int32 */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            name: string;
            /** @default none */
            priority?: components["schemas"]["TaskPriority"];
            /**
             * Format: int32
             * @description When the tasks start, in days from the day on which the template is used.
             */
            startInDays?: number | null;
            steps?: components["schemas"]["TemplateStepInput"][] | null;
            /** @description The title of the tasks; `{{name}}` stands for a variable, here and in all texts. */
            title: string;
        };
        /** @description A pattern for tasks of a project. */
        TaskTemplateResponse: {
            /** @description Their assignees. */
            assigneeIds: string[];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: int32
             * @description The day that they must not pass, counted alike.
             */
            deadlineInDays: number | null;
            /** @description Their description. */
            description: string;
            /**
             * Format: int32
             * @description Their difficulty.
             */
            difficulty: number | null;
            /**
             * Format: int32
             * @description When they are due, counted alike.
             */
            dueInDays: number | null;
            /**
             * Format: int32
             * @description Their duration.
             */
            durationMinutes: number | null;
            /**
             * Format: int32
             * @description Their estimate.
             */
            estimateMinutes: number | null;
            /**
             * Format: uuid
             * @description The template.
             */
            id: string;
            /** @description Their labels. */
            labels: string[];
            /** @description What the template is called. */
            name: string;
            /** @description Their priority. */
            priority: components["schemas"]["TaskPriority"];
            /**
             * Format: uuid
             * @description The project.
             */
            projectId: string;
            /**
             * Format: int32
             * @description When they start, in days from the day on which the template is used.
             */
            startInDays: number | null;
            /** @description Their steps. */
            steps: components["schemas"]["TemplateStep"][];
            /** @description The title of tasks made from it; `{{name}}` stands for a variable, here and in all texts. */
            title: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description The variables that its texts name. */
            variables: string[];
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
        };
        /** @description A type that the tasks of a project can have. */
        TaskType: {
            /** @description Its colour in hexadecimal notation. */
            color: string;
            /** @description The name of its icon. */
            icon: string;
            /** @description By which tasks name it. */
            key: string;
            /** @description What people read. */
            name: string;
        };
        /** @description One type; without an icon and a colour it gets some. */
        TaskTypeAsGiven: {
            color: string | null;
            icon: string | null;
            key: string | null;
            name: string | null;
        };
        /** @description One type; without an icon and a colour it gets some. */
        TaskTypeInput: {
            color?: string | null;
            icon?: string | null;
            key: string;
            name: string;
        };
        /** @description The types of a project's tasks, in the order in which they are offered; the version is the project's. */
        TaskTypesResponse: {
            types: components["schemas"]["TaskType"][];
            /** Format: int64 */
            version: number;
        };
        /** @description What a project gets from a template. `{{name}}` stands for a variable in descriptions, milestones, tasks and steps; days are counted from the day on which the template is used. */
        TemplateContent: {
            /** @description Its colour; one of its own when left out. */
            color: string | null;
            /** @description The custom fields of its tasks. */
            customFields: components["schemas"]["CustomFieldAsGiven"][] | null;
            /** @description The description of the project. */
            description: string | null;
            /**
             * Format: int32
             * @description When the project is due.
             */
            dueInDays: number | null;
            /** @description Its icon. */
            icon: string | null;
            /** @description Labels; those that only tasks name are made, too. */
            labels: components["schemas"]["LabelAsGiven"][] | null;
            /** @description Who becomes a member besides the person who uses the template and owns the project. Who has left the workspace stays away. */
            members: components["schemas"]["TemplateMember"][] | null;
            /** @description Milestones, each with a name of its own. */
            milestones: components["schemas"]["TemplateMilestone"][] | null;
            /**
             * Format: int32
             * @description When the project starts.
             */
            startInDays: number | null;
            /** @description Tasks, in the order in which they are numbered. */
            tasks: components["schemas"]["TemplateTask"][] | null;
            /** @description The types of tasks; the usual ones when left out. */
            taskTypes: components["schemas"]["TaskTypeAsGiven"][] | null;
            /** @description The states of the workflow; the usual ones when left out. */
            workflow: components["schemas"]["WorkflowStateAsGiven"][] | null;
        };
        /** @description What a project gets from a template. `{{name}}` stands for a variable in descriptions, milestones, tasks and steps; days are counted from the day on which the template is used. */
        TemplateContentInput: {
            /** @description Its colour; one of its own when left out. */
            color?: string | null;
            /** @description The custom fields of its tasks. */
            customFields?: components["schemas"]["CustomFieldInput"][] | null;
            /** @description The description of the project. */
            description?: string | null;
            /**
             * Format: int32
             * @description When the project is due.
             */
            dueInDays?: number | null;
            /** @description Its icon. */
            icon?: string | null;
            /** @description Labels; those that only tasks name are made, too. */
            labels?: components["schemas"]["LabelInput"][] | null;
            /** @description Who becomes a member besides the person who uses the template and owns the project. Who has left the workspace stays away. */
            members?: components["schemas"]["TemplateMemberInput"][] | null;
            /** @description Milestones, each with a name of its own. */
            milestones?: components["schemas"]["TemplateMilestoneInput"][] | null;
            /**
             * Format: int32
             * @description When the project starts.
             */
            startInDays?: number | null;
            /** @description Tasks, in the order in which they are numbered. */
            tasks?: components["schemas"]["TemplateTaskInput"][] | null;
            /** @description The types of tasks; the usual ones when left out. */
            taskTypes?: components["schemas"]["TaskTypeInput"][] | null;
            /** @description The states of the workflow; the usual ones when left out. */
            workflow?: components["schemas"]["WorkflowStateInput"][] | null;
        };
        /** @description What a task of a template is to another one. */
        TemplateDependency: {
            /**
             * Format: int32
             * @description The working minutes that have to lie between these ends.
             */
            lagMinutes: number | null;
            /**
             * @description Which ends are tied where one blocks the other; `finish_to_start` when left out.
             * @enum {string|null}
             */
            link: "finish_to_start" | "start_to_start" | "finish_to_finish" | "start_to_finish" | null;
            /** @description The other task of the template. */
            ref: string | null;
            /**
             * @description `blocks`: the task blocks the other one.
             * @enum {string|null}
             */
            type: "blocks" | "blocked_by" | "relates_to" | "duplicates" | "duplicated_by" | null;
        };
        /** @description What a task of a template is to another one. */
        TemplateDependencyInput: {
            /**
             * Format: int32
             * @description The working minutes that have to lie between these ends.
             */
            lagMinutes?: number | null;
            /**
             * @description Which ends are tied where one blocks the other; `finish_to_start` when left out.
             * @enum {string|null}
             */
            link?: "finish_to_start" | "start_to_start" | "finish_to_finish" | "start_to_finish" | null;
            /** @description The other task of the template. */
            ref: string;
            /**
             * @description `blocks`: the task blocks the other one.
             * @enum {string}
             */
            type: "blocks" | "blocked_by" | "relates_to" | "duplicates" | "duplicated_by";
        };
        /** @description A member of the project to be. */
        TemplateMember: {
            /**
             * @description The role in the project.
             * @enum {string|null}
             */
            role: "owner" | "manager" | "contributor" | "viewer" | null;
            /** Format: uuid */
            userId: string | null;
        };
        /** @description A member of the project to be. */
        TemplateMemberInput: {
            /**
             * @description The role in the project.
             * @enum {string}
             */
            role: "owner" | "manager" | "contributor" | "viewer";
            /** Format: uuid */
            userId: string;
        };
        /** @description A milestone of the project to be. */
        TemplateMilestone: {
            description: string | null;
            /**
             * Format: int32
             * @description When it is due, in days from the day of use.
             */
            dueInDays: number | null;
            name: string | null;
            /**
             * Format: int32
             * @description When it begins, in days from the day of use.
             */
            startInDays: number | null;
        };
        /** @description A milestone of the project to be. */
        TemplateMilestoneInput: {
            description?: string | null;
            /**
             * Format: int32
             * @description When it is due, in days from the day of use.
             */
            dueInDays?: number | null;
            name: string;
            /**
             * Format: int32
             * @description When it begins, in days from the day of use.
             */
            startInDays?: number | null;
        };
        /** @description A step that a task gets. */
        TemplateStep: {
            /**
             * Format: int32
             * @description When it is due, in days from the day on which the template is used.
             */
            dueInDays: number | null;
            /** @description Whether the task cannot be completed before the step is done. */
            required: boolean;
            title: string | null;
        };
        /** @description A step that a task gets. */
        TemplateStepInput: {
            /**
             * Format: int32
             * @description When it is due, in days from the day on which the template is used.
             */
            dueInDays?: number | null;
            /**
             * @description Whether the task cannot be completed before the step is done.
             * @default false
             */
            required?: boolean;
            title: string;
        };
        /** @description A task of the project to be. */
        TemplateTask: {
            /** @description Who works on it, of the members of the template. */
            assigneeIds: string[] | null;
            /** @description Values of the custom fields of the template, by their names. */
            customFields: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: int32
             * @description The day that it must not pass, in days from the day of use.
             */
            deadlineInDays: number | null;
            /** @description What it is to other tasks of the template. */
            dependencies: components["schemas"]["TemplateDependency"][] | null;
            description: string | null;
            /** Format: int32 */
            difficulty: number | null;
            /**
             * Format: int32
             * @description When it is due, in days from the day of use.
             */
            dueInDays: number | null;
            /** Format: int32 */
            durationMinutes: number | null;
            /** Format: int32 */
            estimateMinutes: number | null;
            labels: string[] | null;
            /** @description The name of the milestone that it leads to. */
            milestone: string | null;
            /** @description The task of the template to which it belongs. */
            parent: string | null;
            /** @enum {string|null} */
            priority: "none" | "low" | "medium" | "high" | "urgent" | null;
            /** @description By which other tasks of the template name it. */
            ref: string | null;
            /**
             * Format: int32
             * @description When it starts, in days from the day of use.
             */
            startInDays: number | null;
            /** @description The key of the state in which it begins; where new tasks begin when left out. */
            status: string | null;
            steps: components["schemas"]["TemplateTaskStep"][] | null;
            title: string | null;
            /** @description The key of its type; the first one when left out. */
            type: string | null;
        };
        /** @description A task of the project to be. */
        TemplateTaskInput: {
            /** @description Who works on it, of the members of the template. */
            assigneeIds?: string[] | null;
            /** @description Values of the custom fields of the template, by their names. */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: int32
             * @description The day that it must not pass, in days from the day of use.
             */
            deadlineInDays?: number | null;
            /** @description What it is to other tasks of the template. */
            dependencies?: components["schemas"]["TemplateDependencyInput"][] | null;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            /**
             * Format: int32
             * @description When it is due, in days from the day of use.
             */
            dueInDays?: number | null;
            /** Format: int32 */
            durationMinutes?: number | null;
            /** Format: int32 */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            /** @description The name of the milestone that it leads to. */
            milestone?: string | null;
            /** @description The task of the template to which it belongs. */
            parent?: string | null;
            /** @enum {string|null} */
            priority?: "none" | "low" | "medium" | "high" | "urgent" | null;
            /** @description By which other tasks of the template name it. */
            ref: string;
            /**
             * Format: int32
             * @description When it starts, in days from the day of use.
             */
            startInDays?: number | null;
            /** @description The key of the state in which it begins; where new tasks begin when left out. */
            status?: string | null;
            steps?: components["schemas"]["TemplateTaskStepInput"][] | null;
            title: string;
            /** @description The key of its type; the first one when left out. */
            type?: string | null;
        };
        /** @description A step of a task of the project to be. */
        TemplateTaskStep: {
            /**
             * Format: int32
             * @description When it is due, in days from the day of use.
             */
            dueInDays: number | null;
            /** @description Whether the task cannot be completed before the step is done. */
            required: boolean;
            title: string | null;
        };
        /** @description A step of a task of the project to be. */
        TemplateTaskStepInput: {
            /**
             * Format: int32
             * @description When it is due, in days from the day of use.
             */
            dueInDays?: number | null;
            /**
             * @description Whether the task cannot be completed before the step is done.
             * @default false
             */
            required?: boolean;
            title: string;
        };
        /**
         * @description Light, dark, or as the system has it.
         * @enum {string}
         */
        Theme: "system" | "light" | "dark";
        /** @description The writable members of a time entry. */
        TimeEntryInput: {
            /** @default false */
            billable?: boolean;
            /** Format: date */
            date: string;
            /** Format: int32 */
            minutes: number;
            note?: string | null;
            /**
             * Format: uuid
             * @description The task on which it was spent; none for work on the project as a whole.
             */
            taskId?: string | null;
            /**
             * Format: uuid
             * @description Whose time it is: the caller's when left out; only a manager writes down somebody else's.
             */
            userId?: string | null;
        };
        /** @description The writable members of a time entry. */
        TimeEntryPatch: {
            billable?: boolean;
            /** Format: date */
            date?: string;
            /** Format: int32 */
            minutes?: number;
            note?: string | null;
            /**
             * Format: uuid
             * @description The task on which it was spent; none for work on the project as a whole.
             */
            taskId?: string | null;
            /**
             * Format: uuid
             * @description Whose time it is: the caller's when left out; only a manager writes down somebody else's.
             */
            userId?: string | null;
        };
        /** @description A time entry as callers see it. */
        TimeEntryResponse: {
            billable: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date */
            date: string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            minutes: number;
            note: string;
            /** Format: uuid */
            projectId: string;
            /** Format: uuid */
            taskId: string | null;
            /** Format: uuid */
            userId: string;
            /** Format: int64 */
            version: number;
        };
        /** @description The caller's timer. */
        TimerResponse: {
            /** @description The entry that the one before became by the request. */
            logged: components["schemas"]["TimeEntryResponse"] | null;
            /** @description The one that runs; null when none does. */
            running: components["schemas"]["RunningTimerResponse"] | null;
        };
        /** @description A time sheet as callers see it; the minutes are those of its entries now. */
        TimeSheetResponse: {
            /** Format: int32 */
            billableMinutes: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: uuid */
            decidedById: string | null;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            minutes: number;
            /** Format: uuid */
            projectId: string;
            reason: string | null;
            /** @enum {string} */
            state: "open" | "submitted" | "approved" | "rejected";
            /** Format: date-time */
            submittedAt: string | null;
            /** Format: uuid */
            userId: string;
            /** Format: int64 */
            version: number;
            /** Format: date */
            week: string;
        };
        TransferProjectRequest: {
            /** Format: uuid */
            userId: string;
        };
        /** @description A task in the trash. What was below it when it was deleted came with it and comes back with it: `subtaskCount` says how much that is. It is erased for good at `keptUntil`. */
        TrashedTaskResponse: {
            assigneeIds: string[];
            /** Format: date-time */
            deletedAt: string;
            /** Format: uuid */
            deletedById: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            keptUntil: string;
            key: string;
            labels: string[];
            /** Format: int32 */
            number: number;
            /** Format: uuid */
            parentId: string | null;
            priority: components["schemas"]["TaskPriority"];
            /** Format: uuid */
            projectId: string;
            status: string;
            /** @enum {string} */
            statusCategory: "backlog" | "unstarted" | "started" | "completed" | "cancelled";
            /** Format: int32 */
            subtaskCount: number;
            title: string;
            /** Format: int64 */
            version: number;
        };
        /** @description The tasks after an undo. */
        UndoChangeResponse: {
            /** Format: uuid */
            changeId: string;
            tasks: components["schemas"]["TaskResponse"][];
        };
        /** @description A person as others see them; the platform's `roles` are shown to the person alone. */
        UserResponse: {
            avatarUrl: string | null;
            /** Format: date-time */
            createdAt: string;
            displayName: string;
            email: string;
            /** Format: uuid */
            id: string;
            locale: string;
            roles: string[];
            timeZone: string;
            /** Format: int64 */
            version: number;
        };
        /** @description The writable members of a saved view. */
        ViewInput: {
            /** @description The fields that are shown, in their order. */
            columns?: string[] | null;
            /** @description The field by which the tasks are grouped. */
            group?: string | null;
            /**
             * @description How it shows its tasks; a list when left out.
             * @enum {string|null}
             */
            layout?: "board" | "list" | "table" | "calendar" | "timeline" | null;
            name: string;
            /** @description Which tasks, in the query language; all when left out. */
            query?: string | null;
            /**
             * @description Who sees it beside its owner; nobody when left out.
             * @enum {string|null}
             */
            visibility?: "private" | "project" | "workspace" | null;
        };
        /** @description The writable members of a saved view. */
        ViewPatch: {
            /** @description The fields that are shown, in their order. */
            columns?: string[] | null;
            /** @description The field by which the tasks are grouped. */
            group?: string | null;
            /**
             * @description How it shows its tasks; a list when left out.
             * @enum {string|null}
             */
            layout?: "board" | "list" | "table" | "calendar" | "timeline" | null;
            name?: string;
            /** @description Which tasks, in the query language; all when left out. */
            query?: string | null;
            /**
             * @description Who sees it beside its owner; nobody when left out.
             * @enum {string|null}
             */
            visibility?: "private" | "project" | "workspace" | null;
        };
        /** @description A saved view as callers see it. */
        ViewResponse: {
            columns: string[];
            /** Format: date-time */
            createdAt: string;
            group: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            layout: "board" | "list" | "table" | "calendar" | "timeline";
            name: string;
            /** Format: uuid */
            ownerId: string;
            /** Format: uuid */
            projectId: string | null;
            query: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            visibility: "private" | "project" | "workspace";
            /** Format: uuid */
            workspaceId: string;
        };
        /** @description Somebody who watches a task. */
        WatcherResponse: {
            /** @description Whether they are told nothing of it all the same. */
            muted: boolean;
            /**
             * Format: uuid
             * @description The person.
             */
            userId: string;
        };
        /** @description Approval by `needed` of the approvers. */
        WorkflowApproval: {
            approverIds: string[];
            /** Format: int32 */
            needed: number;
        };
        /** @description Approval by `needed` of the approvers. */
        WorkflowApprovalInput: {
            approverIds?: string[];
            /** Format: int32 */
            needed?: number;
        };
        /** @description A move to the state `to` that only `role`, or a stronger role of the project, may make. */
        WorkflowGuard: {
            role: string;
            to: string;
        };
        /** @description A move to the state `to` that only `role`, or a stronger role of the project, may make. */
        WorkflowGuardInput: {
            role?: string;
            to?: string;
        };
        /** @description A project's workflow in the order of the board; the version is the project's. */
        WorkflowResponse: {
            states: components["schemas"]["WorkflowState"][];
            /** Format: int64 */
            version: number;
        };
        /** @description One state of a workflow. */
        WorkflowState: {
            /** @description Who has to approve that a task enters the state. */
            approval?: components["schemas"]["WorkflowApproval"];
            /** @description What it means: `backlog`, `unstarted`, `started`, `completed` or `cancelled`. */
            category: string;
            /** @description Moves from here that are kept for stronger roles; left out where there are none. */
            guards?: components["schemas"]["WorkflowGuard"][];
            /** @description What tasks carry as their status. */
            key: string;
            /** @description What people call it. */
            name: string;
            /** @description The states to which a task may go from here; empty means every one. */
            next: string[];
            /**
             * Format: int32
             * @description Its place.
             */
            order: number;
            /** @description What a task must have before it enters the state, as in `RequiredTaskFields`. */
            requiredFields?: string[];
        };
        /** @description One state; without `order` it stands where it stands in the list, without `next` every move is legal. */
        WorkflowStateAsGiven: {
            /** @description Who has to approve that a task enters the state; one who is no member of the project is not found. */
            approval: components["schemas"]["WorkflowApproval"] | null;
            /**
             * @description What it means.
             * @enum {string|null}
             */
            category: "backlog" | "unstarted" | "started" | "completed" | "cancelled" | null;
            /** @description Moves from here that are kept for stronger roles. */
            guards: components["schemas"]["WorkflowGuard"][] | null;
            /** @description What tasks carry as their status; it stays what it is when the state is renamed. */
            key: string | null;
            /** @description What people call it. */
            name: string | null;
            /** @description The states to which a task may go from here. */
            next: string[] | null;
            /**
             * Format: int32
             * @description Its place.
             */
            order: number | null;
            /** @description What a task must have before it enters the state. */
            requiredFields: string[] | null;
        };
        /** @description One state; without `order` it stands where it stands in the list, without `next` every move is legal. */
        WorkflowStateInput: {
            /** @description Who has to approve that a task enters the state; one who is no member of the project is not found. */
            approval?: components["schemas"]["WorkflowApprovalInput"] | null;
            /**
             * @description What it means.
             * @enum {string}
             */
            category: "backlog" | "unstarted" | "started" | "completed" | "cancelled";
            /** @description Moves from here that are kept for stronger roles. */
            guards?: components["schemas"]["WorkflowGuardInput"][] | null;
            /** @description What tasks carry as their status; it stays what it is when the state is renamed. */
            key: string;
            /** @description What people call it. */
            name: string;
            /** @description The states to which a task may go from here. */
            next?: string[] | null;
            /**
             * Format: int32
             * @description Its place.
             */
            order?: number | null;
            /** @description What a task must have before it enters the state. */
            requiredFields?: string[] | null;
        };
        /** @description The hours that are planned for one project. */
        WorkloadPart: {
            hours: number;
            /** Format: uuid */
            projectId: string;
        };
        /** @description How full the weeks of a member are. */
        WorkloadResponse: {
            /** @description How much the member works in a week without days off. */
            hoursPerWeek: number;
            /**
             * Format: uuid
             * @description The member.
             */
            userId: string;
            /** @description The weeks in their order. */
            weeks: components["schemas"]["WorkloadWeek"][];
        };
        /** @description One week of a member. */
        WorkloadWeek: {
            /** @description What is left of the hours of a week after the days off. */
            capacityHours: number;
            /** @description Whether more is planned than there is. */
            isOver: boolean;
            /** @description The hours planned in all projects of the workspace together, those that the caller does not see included. */
            plannedHours: number;
            /** @description The hours in each project that the caller sees. */
            projects: components["schemas"]["WorkloadPart"][];
            /** @description The hours of the days off. */
            timeOffHours: number;
            /**
             * Format: date
             * @description Its Monday.
             */
            week: string;
        };
        /** @description The writable members of a workspace. A slug left out is made from the name in a creation and kept otherwise. */
        WorkspaceInput: {
            name: string;
            slug?: string | null;
            timeZone?: string | null;
        };
        /** @description What an invitation says to whoever holds its link. */
        WorkspaceInvitationResponse: {
            email: string;
            /** Format: date-time */
            expiresAt: string;
            inviterName: string;
            workspaceName: string;
        };
        /** @description A member, or somebody who was invited: then `state` is `invited`, there is no `userId` yet, and `invitationLink` stands in the answer to the invitation alone. */
        WorkspaceMemberResponse: {
            avatarUrl: string | null;
            displayName: string;
            email: string;
            /** Format: date-time */
            expiresAt?: string;
            /** Format: uuid */
            invitationId?: string;
            invitationLink?: string;
            /** Format: date-time */
            joinedAt: string | null;
            /** @enum {string} */
            role: "owner" | "admin" | "member" | "guest";
            /** @enum {string} */
            state: "active" | "invited";
            /** Format: uuid */
            userId: string | null;
        };
        /** @description The writable members of a workspace. A slug left out is made from the name in a creation and kept otherwise. */
        WorkspacePatch: {
            name?: string;
            slug?: string | null;
            timeZone?: string | null;
        };
        /** @description A workspace as its members see it; `role` is the caller's. */
        WorkspaceResponse: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "personal" | "team";
            /** Format: int32 */
            memberCount: number;
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "member" | "guest";
            slug: string;
            timeZone: string;
            /** Format: int64 */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ActivityFault = components['schemas']['ActivityFault'];
export type ActivityResponse = components['schemas']['ActivityResponse'];
export type ActivityVerification = components['schemas']['ActivityVerification'];
export type AddCommentRequest = components['schemas']['AddCommentRequest'];
export type AddCycleTasksRequest = components['schemas']['AddCycleTasksRequest'];
export type AddDependencyRequest = components['schemas']['AddDependencyRequest'];
export type AddProjectMemberRequest = components['schemas']['AddProjectMemberRequest'];
export type AddWatcherRequest = components['schemas']['AddWatcherRequest'];
export type AddWorkspaceMemberRequest = components['schemas']['AddWorkspaceMemberRequest'];
export type AllocationInput = components['schemas']['AllocationInput'];
export type AllocationPatch = components['schemas']['AllocationPatch'];
export type AllocationResponse = components['schemas']['AllocationResponse'];
export type AnswerApprovalRequest = components['schemas']['AnswerApprovalRequest'];
export type ApprovalAnswer = components['schemas']['ApprovalAnswer'];
export type ApprovalResponse = components['schemas']['ApprovalResponse'];
export type BoardColumn = components['schemas']['BoardColumn'];
export type BoardResponse = components['schemas']['BoardResponse'];
export type BrokenLink = components['schemas']['BrokenLink'];
export type BulkResult = components['schemas']['BulkResult'];
export type BulkTaskPatch = components['schemas']['BulkTaskPatch'];
export type CalendarDay = components['schemas']['CalendarDay'];
export type CalendarDayInput = components['schemas']['CalendarDayInput'];
export type CalendarHours = components['schemas']['CalendarHours'];
export type CalendarHoursInput = components['schemas']['CalendarHoursInput'];
export type CalendarInput = components['schemas']['CalendarInput'];
export type CalendarResponse = components['schemas']['CalendarResponse'];
export type CapacityInput = components['schemas']['CapacityInput'];
export type CapacityResponse = components['schemas']['CapacityResponse'];
export type ChangedMessage = components['schemas']['ChangedMessage'];
export type ChangedSubject = components['schemas']['ChangedSubject'];
export type ChangeEmailRequest = components['schemas']['ChangeEmailRequest'];
export type ChangePasswordRequest = components['schemas']['ChangePasswordRequest'];
export type ChangeProjectMemberRequest = components['schemas']['ChangeProjectMemberRequest'];
export type ChangesAnswer = components['schemas']['ChangesAnswer'];
export type ChangeStatusRequest = components['schemas']['ChangeStatusRequest'];
export type ChangeTasksRequest = components['schemas']['ChangeTasksRequest'];
export type ChangeTasksResponse = components['schemas']['ChangeTasksResponse'];
export type ChangeWorkspaceMemberRequest = components['schemas']['ChangeWorkspaceMemberRequest'];
export type CloseCycleRequest = components['schemas']['CloseCycleRequest'];
export type CommentInput = components['schemas']['CommentInput'];
export type CommentPatch = components['schemas']['CommentPatch'];
export type CommentResponse = components['schemas']['CommentResponse'];
export type ConsumerResponse = components['schemas']['ConsumerResponse'];
export type CreateGoalRequest = components['schemas']['CreateGoalRequest'];
export type CreateProjectRequest = components['schemas']['CreateProjectRequest'];
export type CreateProjectTemplateRequest = components['schemas']['CreateProjectTemplateRequest'];
export type CreateTaskRequest = components['schemas']['CreateTaskRequest'];
export type CreateTaskTemplateRequest = components['schemas']['CreateTaskTemplateRequest'];
export type CreateViewRequest = components['schemas']['CreateViewRequest'];
export type CreateWorkspaceInvitationRequest = components['schemas']['CreateWorkspaceInvitationRequest'];
export type CustomFieldAsGiven = components['schemas']['CustomFieldAsGiven'];
export type CustomFieldInput = components['schemas']['CustomFieldInput'];
export type CustomFieldPatch = components['schemas']['CustomFieldPatch'];
export type CustomFieldResponse = components['schemas']['CustomFieldResponse'];
export type CustomFieldRollUp = components['schemas']['CustomFieldRollUp'];
export type CustomFieldRollUpInput = components['schemas']['CustomFieldRollUpInput'];
export type CustomFieldRollUpPatch = components['schemas']['CustomFieldRollUpPatch'];
export type CycleCapacityResponse = components['schemas']['CycleCapacityResponse'];
export type CycleInput = components['schemas']['CycleInput'];
export type CyclePatch = components['schemas']['CyclePatch'];
export type CyclePerson = components['schemas']['CyclePerson'];
export type CycleResponse = components['schemas']['CycleResponse'];
export type CycleScopeChange = components['schemas']['CycleScopeChange'];
export type CycleSettingsInput = components['schemas']['CycleSettingsInput'];
export type CycleSettingsResponse = components['schemas']['CycleSettingsResponse'];
export type DayOffInput = components['schemas']['DayOffInput'];
export type DayOffResponse = components['schemas']['DayOffResponse'];
export type DayOfWeekStart = components['schemas']['DayOfWeekStart'];
export type DeadEventResponse = components['schemas']['DeadEventResponse'];
export type DeadLetterDetails = components['schemas']['DeadLetterDetails'];
export type DeadLetterDirection = components['schemas']['DeadLetterDirection'];
export type DeadLetterFilterInput = components['schemas']['DeadLetterFilterInput'];
export type DeadLetterGroupResponse = components['schemas']['DeadLetterGroupResponse'];
export type DeadLetterGroups = components['schemas']['DeadLetterGroups'];
export type DeadLetterPage = components['schemas']['DeadLetterPage'];
export type DeadLetterResponse = components['schemas']['DeadLetterResponse'];
export type DeadLetterState = components['schemas']['DeadLetterState'];
export type DelegateApprovalRequest = components['schemas']['DelegateApprovalRequest'];
export type Density = components['schemas']['Density'];
export type DependencyHealth = components['schemas']['DependencyHealth'];
export type DependencyResponse = components['schemas']['DependencyResponse'];
export type DependentTask = components['schemas']['DependentTask'];
export type DifficultyFactorResponse = components['schemas']['DifficultyFactorResponse'];
export type DifficultyResponse = components['schemas']['DifficultyResponse'];
export type Digest = components['schemas']['Digest'];
export type DiscardDeadLetterRequest = components['schemas']['DiscardDeadLetterRequest'];
export type DiscardDeadLettersRequest = components['schemas']['DiscardDeadLettersRequest'];
export type DiscardDeadLettersResponse = components['schemas']['DiscardDeadLettersResponse'];
export type DuplicateTaskRequest = components['schemas']['DuplicateTaskRequest'];
export type EditTaskTypesRequest = components['schemas']['EditTaskTypesRequest'];
export type EditWorkflowRequest = components['schemas']['EditWorkflowRequest'];
export type EraseAccountRequest = components['schemas']['EraseAccountRequest'];
export type ErasureResponse = components['schemas']['ErasureResponse'];
export type FavouriteResponse = components['schemas']['FavouriteResponse'];
export type FieldChanges = components['schemas']['FieldChanges'];
export type ForgotPasswordRequest = components['schemas']['ForgotPasswordRequest'];
export type GoalInput = components['schemas']['GoalInput'];
export type GoalLink = components['schemas']['GoalLink'];
export type GoalPatch = components['schemas']['GoalPatch'];
export type GoalProgress = components['schemas']['GoalProgress'];
export type GoalResponse = components['schemas']['GoalResponse'];
export type HealthReport = components['schemas']['HealthReport'];
export type InstantiateProjectTemplateRequest = components['schemas']['InstantiateProjectTemplateRequest'];
export type InstantiateTaskTemplateRequest = components['schemas']['InstantiateTaskTemplateRequest'];
export type InstantiationResponse = components['schemas']['InstantiationResponse'];
export type InvitationResponse = components['schemas']['InvitationResponse'];
export type LabelAsGiven = components['schemas']['LabelAsGiven'];
export type LabelInput = components['schemas']['LabelInput'];
export type LabelPatch = components['schemas']['LabelPatch'];
export type LabelResponse = components['schemas']['LabelResponse'];
export type LaneResponse = components['schemas']['LaneResponse'];
export type LogInRequest = components['schemas']['LogInRequest'];
export type LogOutRequest = components['schemas']['LogOutRequest'];
export type MarkFavouriteRequest = components['schemas']['MarkFavouriteRequest'];
export type MilestoneForecast = components['schemas']['MilestoneForecast'];
export type MilestoneInput = components['schemas']['MilestoneInput'];
export type MilestonePatch = components['schemas']['MilestonePatch'];
export type MilestoneResponse = components['schemas']['MilestoneResponse'];
export type Moment = components['schemas']['Moment'];
export type MoveTaskRequest = components['schemas']['MoveTaskRequest'];
export type MuteTaskRequest = components['schemas']['MuteTaskRequest'];
export type NotificationCount = components['schemas']['NotificationCount'];
export type NotificationDefaults = components['schemas']['NotificationDefaults'];
export type NotificationDefaultsInput = components['schemas']['NotificationDefaultsInput'];
export type NotificationDefaultsPatch = components['schemas']['NotificationDefaultsPatch'];
export type NotificationResponse = components['schemas']['NotificationResponse'];
export type NotificationSubject = components['schemas']['NotificationSubject'];
export type OfferedShift = components['schemas']['OfferedShift'];
export type OpenIdConfiguration = components['schemas']['OpenIdConfiguration'];
export type OrderStepsRequest = components['schemas']['OrderStepsRequest'];
export type OutboxResponse = components['schemas']['OutboxResponse'];
export type OutlyingTask = components['schemas']['OutlyingTask'];
export type PageOfActivityResponse = components['schemas']['PageOfActivityResponse'];
export type PageOfAllocationResponse = components['schemas']['PageOfAllocationResponse'];
export type PageOfApprovalResponse = components['schemas']['PageOfApprovalResponse'];
export type PageOfCommentResponse = components['schemas']['PageOfCommentResponse'];
export type PageOfCustomFieldResponse = components['schemas']['PageOfCustomFieldResponse'];
export type PageOfCycleResponse = components['schemas']['PageOfCycleResponse'];
export type PageOfCycleScopeChange = components['schemas']['PageOfCycleScopeChange'];
export type PageOfDayOffResponse = components['schemas']['PageOfDayOffResponse'];
export type PageOfDependencyResponse = components['schemas']['PageOfDependencyResponse'];
export type PageOfFavouriteResponse = components['schemas']['PageOfFavouriteResponse'];
export type PageOfGoalResponse = components['schemas']['PageOfGoalResponse'];
export type PageOfLabelResponse = components['schemas']['PageOfLabelResponse'];
export type PageOfMilestoneForecast = components['schemas']['PageOfMilestoneForecast'];
export type PageOfMilestoneResponse = components['schemas']['PageOfMilestoneResponse'];
export type PageOfNotificationResponse = components['schemas']['PageOfNotificationResponse'];
export type PageOfPricedTimeEntryResponse = components['schemas']['PageOfPricedTimeEntryResponse'];
export type PageOfProjectMemberResponse = components['schemas']['PageOfProjectMemberResponse'];
export type PageOfProjectResponse = components['schemas']['PageOfProjectResponse'];
export type PageOfProjectTemplateItem = components['schemas']['PageOfProjectTemplateItem'];
export type PageOfRateResponse = components['schemas']['PageOfRateResponse'];
export type PageOfReleaseResponse = components['schemas']['PageOfReleaseResponse'];
export type PageOfServiceHealthResponse = components['schemas']['PageOfServiceHealthResponse'];
export type PageOfServiceQueuesResponse = components['schemas']['PageOfServiceQueuesResponse'];
export type PageOfSessionResponse = components['schemas']['PageOfSessionResponse'];
export type PageOfSimilarTaskResponse = components['schemas']['PageOfSimilarTaskResponse'];
export type PageOfTaskHistoryEntry = components['schemas']['PageOfTaskHistoryEntry'];
export type PageOfTaskResponse = components['schemas']['PageOfTaskResponse'];
export type PageOfTaskStep = components['schemas']['PageOfTaskStep'];
export type PageOfTaskTemplateResponse = components['schemas']['PageOfTaskTemplateResponse'];
export type PageOfTimeSheetResponse = components['schemas']['PageOfTimeSheetResponse'];
export type PageOfTrashedTaskResponse = components['schemas']['PageOfTrashedTaskResponse'];
export type PageOfUserResponse = components['schemas']['PageOfUserResponse'];
export type PageOfViewResponse = components['schemas']['PageOfViewResponse'];
export type PageOfWatcherResponse = components['schemas']['PageOfWatcherResponse'];
export type PageOfWorkloadResponse = components['schemas']['PageOfWorkloadResponse'];
export type PageOfWorkspaceMemberResponse = components['schemas']['PageOfWorkspaceMemberResponse'];
export type PageOfWorkspaceResponse = components['schemas']['PageOfWorkspaceResponse'];
export type PassedDeadline = components['schemas']['PassedDeadline'];
export type PreferencesInput = components['schemas']['PreferencesInput'];
export type PreferencesPatch = components['schemas']['PreferencesPatch'];
export type PreferencesResponse = components['schemas']['PreferencesResponse'];
export type PreviewRecurrenceRequest = components['schemas']['PreviewRecurrenceRequest'];
export type PricedTimeEntryResponse = components['schemas']['PricedTimeEntryResponse'];
export type Problem = components['schemas']['Problem'];
export type ProfileInput = components['schemas']['ProfileInput'];
export type ProfilePatch = components['schemas']['ProfilePatch'];
export type ProjectInput = components['schemas']['ProjectInput'];
export type ProjectMemberResponse = components['schemas']['ProjectMemberResponse'];
export type ProjectPatch = components['schemas']['ProjectPatch'];
export type ProjectResponse = components['schemas']['ProjectResponse'];
export type ProjectTemplateInput = components['schemas']['ProjectTemplateInput'];
export type ProjectTemplateItem = components['schemas']['ProjectTemplateItem'];
export type ProjectTemplateResponse = components['schemas']['ProjectTemplateResponse'];
export type PublishedKey = components['schemas']['PublishedKey'];
export type PublishedKeys = components['schemas']['PublishedKeys'];
export type RateInput = components['schemas']['RateInput'];
export type RatePatch = components['schemas']['RatePatch'];
export type RateResponse = components['schemas']['RateResponse'];
export type ReadAllAnswer = components['schemas']['ReadAllAnswer'];
export type RecurrencePreview = components['schemas']['RecurrencePreview'];
export type RefreshSessionRequest = components['schemas']['RefreshSessionRequest'];
export type RegisterRequest = components['schemas']['RegisterRequest'];
export type RejectTimeSheetRequest = components['schemas']['RejectTimeSheetRequest'];
export type ReleaseInput = components['schemas']['ReleaseInput'];
export type ReleasePatch = components['schemas']['ReleasePatch'];
export type ReleaseResponse = components['schemas']['ReleaseResponse'];
export type RemoveCycleTasksRequest = components['schemas']['RemoveCycleTasksRequest'];
export type RemovedCycleTasks = components['schemas']['RemovedCycleTasks'];
export type ReplayDeadLetterRequest = components['schemas']['ReplayDeadLetterRequest'];
export type ReplayDeadLettersRequest = components['schemas']['ReplayDeadLettersRequest'];
export type ReplayDeadLettersResponse = components['schemas']['ReplayDeadLettersResponse'];
export type RequestApprovalRequest = components['schemas']['RequestApprovalRequest'];
export type RescheduleOffer = components['schemas']['RescheduleOffer'];
export type RescheduleResponse = components['schemas']['RescheduleResponse'];
export type RescheduleTaskRequest = components['schemas']['RescheduleTaskRequest'];
export type ResetPasswordRequest = components['schemas']['ResetPasswordRequest'];
export type RestoreTaskRequest = components['schemas']['RestoreTaskRequest'];
export type ResumeSagaRequest = components['schemas']['ResumeSagaRequest'];
export type RollUpProgress = components['schemas']['RollUpProgress'];
export type RollUpResponse = components['schemas']['RollUpResponse'];
export type RollUpShare = components['schemas']['RollUpShare'];
export type RunningTimerResponse = components['schemas']['RunningTimerResponse'];
export type SagaPage = components['schemas']['SagaPage'];
export type SagaResponse = components['schemas']['SagaResponse'];
export type SagasResponse = components['schemas']['SagasResponse'];
export type SagaStatus = components['schemas']['SagaStatus'];
export type SaveProjectAsTemplateRequest = components['schemas']['SaveProjectAsTemplateRequest'];
export type ScheduledTask = components['schemas']['ScheduledTask'];
export type ScheduleResponse = components['schemas']['ScheduleResponse'];
export type ServiceHealthResponse = components['schemas']['ServiceHealthResponse'];
export type ServiceQueuesResponse = components['schemas']['ServiceQueuesResponse'];
export type ServiceStatus = components['schemas']['ServiceStatus'];
export type SessionResponse = components['schemas']['SessionResponse'];
export type SignedInResponse = components['schemas']['SignedInResponse'];
export type SignedInUser = components['schemas']['SignedInUser'];
export type SimilarTaskResponse = components['schemas']['SimilarTaskResponse'];
export type StartTimerRequest = components['schemas']['StartTimerRequest'];
export type TaskCountResponse = components['schemas']['TaskCountResponse'];
export type TaskDifference = components['schemas']['TaskDifference'];
export type TaskHistoryEntry = components['schemas']['TaskHistoryEntry'];
export type TaskInput = components['schemas']['TaskInput'];
export type TaskMoment = components['schemas']['TaskMoment'];
export type TaskPatch = components['schemas']['TaskPatch'];
export type TaskPriority = components['schemas']['TaskPriority'];
export type TaskProgress = components['schemas']['TaskProgress'];
export type TaskRecurrence = components['schemas']['TaskRecurrence'];
export type TaskRecurrenceInput = components['schemas']['TaskRecurrenceInput'];
export type TaskRecurrencePatch = components['schemas']['TaskRecurrencePatch'];
export type TaskResponse = components['schemas']['TaskResponse'];
export type TaskRollUpResponse = components['schemas']['TaskRollUpResponse'];
export type TaskStep = components['schemas']['TaskStep'];
export type TaskStepInput = components['schemas']['TaskStepInput'];
export type TaskStepPatch = components['schemas']['TaskStepPatch'];
export type TaskTemplateInput = components['schemas']['TaskTemplateInput'];
export type TaskTemplateResponse = components['schemas']['TaskTemplateResponse'];
export type TaskType = components['schemas']['TaskType'];
export type TaskTypeAsGiven = components['schemas']['TaskTypeAsGiven'];
export type TaskTypeInput = components['schemas']['TaskTypeInput'];
export type TaskTypesResponse = components['schemas']['TaskTypesResponse'];
export type TemplateContent = components['schemas']['TemplateContent'];
export type TemplateContentInput = components['schemas']['TemplateContentInput'];
export type TemplateDependency = components['schemas']['TemplateDependency'];
export type TemplateDependencyInput = components['schemas']['TemplateDependencyInput'];
export type TemplateMember = components['schemas']['TemplateMember'];
export type TemplateMemberInput = components['schemas']['TemplateMemberInput'];
export type TemplateMilestone = components['schemas']['TemplateMilestone'];
export type TemplateMilestoneInput = components['schemas']['TemplateMilestoneInput'];
export type TemplateStep = components['schemas']['TemplateStep'];
export type TemplateStepInput = components['schemas']['TemplateStepInput'];
export type TemplateTask = components['schemas']['TemplateTask'];
export type TemplateTaskInput = components['schemas']['TemplateTaskInput'];
export type TemplateTaskStep = components['schemas']['TemplateTaskStep'];
export type TemplateTaskStepInput = components['schemas']['TemplateTaskStepInput'];
export type Theme = components['schemas']['Theme'];
export type TimeEntryInput = components['schemas']['TimeEntryInput'];
export type TimeEntryPatch = components['schemas']['TimeEntryPatch'];
export type TimeEntryResponse = components['schemas']['TimeEntryResponse'];
export type TimerResponse = components['schemas']['TimerResponse'];
export type TimeSheetResponse = components['schemas']['TimeSheetResponse'];
export type TransferProjectRequest = components['schemas']['TransferProjectRequest'];
export type TrashedTaskResponse = components['schemas']['TrashedTaskResponse'];
export type UndoChangeResponse = components['schemas']['UndoChangeResponse'];
export type UserResponse = components['schemas']['UserResponse'];
export type ViewInput = components['schemas']['ViewInput'];
export type ViewPatch = components['schemas']['ViewPatch'];
export type ViewResponse = components['schemas']['ViewResponse'];
export type WatcherResponse = components['schemas']['WatcherResponse'];
export type WorkflowApproval = components['schemas']['WorkflowApproval'];
export type WorkflowApprovalInput = components['schemas']['WorkflowApprovalInput'];
export type WorkflowGuard = components['schemas']['WorkflowGuard'];
export type WorkflowGuardInput = components['schemas']['WorkflowGuardInput'];
export type WorkflowResponse = components['schemas']['WorkflowResponse'];
export type WorkflowState = components['schemas']['WorkflowState'];
export type WorkflowStateAsGiven = components['schemas']['WorkflowStateAsGiven'];
export type WorkflowStateInput = components['schemas']['WorkflowStateInput'];
export type WorkloadPart = components['schemas']['WorkloadPart'];
export type WorkloadResponse = components['schemas']['WorkloadResponse'];
export type WorkloadWeek = components['schemas']['WorkloadWeek'];
export type WorkspaceInput = components['schemas']['WorkspaceInput'];
export type WorkspaceInvitationResponse = components['schemas']['WorkspaceInvitationResponse'];
export type WorkspaceMemberResponse = components['schemas']['WorkspaceMemberResponse'];
export type WorkspacePatch = components['schemas']['WorkspacePatch'];
export type WorkspaceResponse = components['schemas']['WorkspaceResponse'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
