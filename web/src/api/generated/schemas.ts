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
        /** @description Who is to become a member: an id, or an address; without a role a contributor. */
        AddProjectMemberRequest: {
            /** Format: email */
            email?: string | null;
            /** @enum {string|null} */
            role?: "owner" | "manager" | "contributor" | "viewer" | null;
            /** Format: uuid */
            userId?: string | null;
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
        /** @description One change of a project, as the live message `changed` and as an item of `/api/changes`. `version` is the subject's version after it, which counts leave alone; `changes` is null when they are too long to send: read the subject. */
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
        /** @description What changed: a `task`, `comment`, `project` (its members included) or `label`. */
        ChangedSubject: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "task" | "comment" | "project" | "label";
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
        ChangeWorkspaceMemberRequest: {
            /** @enum {string} */
            role: "owner" | "admin" | "member" | "guest";
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
        CreateProjectRequest: {
            color?: string | null;
            description?: string | null;
            /** Format: date */
            dueDate?: string | null;
            icon?: string | null;
            /** @description Left out: made from the name in a creation, kept otherwise. */
            key?: string | null;
            name: string;
            /** Format: date */
            startDate?: string | null;
            /**
             * Format: uuid
             * @description Left out: the caller's personal workspace.
             */
            workspaceId?: string | null;
        };
        CreateTaskRequest: {
            assigneeIds?: string[] | null;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            dueAt?: components["schemas"]["Moment"] | null;
            /** Format: int32 */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            /** Format: uuid */
            milestoneId?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            /** @default none */
            priority?: components["schemas"]["TaskPriority"];
            /** Format: uuid */
            projectId: string;
            startAt?: components["schemas"]["Moment"] | null;
            status?: string | null;
            title: string;
            watcherIds?: string[] | null;
        };
        CreateWorkspaceInvitationRequest: {
            /** Format: email */
            email: string;
            /** @enum {string|null} */
            role?: "owner" | "admin" | "member" | "guest" | null;
        };
        /**
         * @description The first day of a week.
         * @enum {string}
         */
        DayOfWeekStart: "monday" | "sunday" | "saturday";
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
             * @description `up` or `down`.
             * @enum {string}
             */
            status: "up" | "down";
        };
        /**
         * @description How often notifications are summed up in a letter.
         * @enum {string}
         */
        Digest: "none" | "daily" | "weekly";
        EditWorkflowRequest: {
            states: components["schemas"]["WorkflowStateInput"][];
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
        /** @description What an invitation says to whoever holds its link. */
        InvitationResponse: {
            email: string;
            /** Format: date-time */
            expiresAt: string;
            inviterName: string;
            projectName: string;
        };
        /** @description The writable members of a label; without a colour it gets the one that belongs to its name. */
        LabelInput: {
            color?: string | null;
            name: string;
        };
        /** @description The writable members of a label; without a colour it gets the one that belongs to its name. */
        LabelPatch: {
            color?: string | null;
            name?: string;
        };
        /** @description A label of a project. */
        LabelResponse: {
            color: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int64 */
            version: number;
        };
        LogInRequest: {
            email: string;
            password: string;
        };
        LogOutRequest: {
            refreshToken?: string | null;
        };
        /** @description When a task starts or is due: a calendar date, which is that whole day wherever the reader is, or an instant. It is answered in the form in which it was set. */
        Moment: string;
        MoveTaskRequest: {
            /** Format: uuid */
            afterId?: string | null;
            /** Format: uuid */
            beforeId?: string | null;
            status?: string | null;
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
        /** @description Where tokens come from (OpenID Connect Discovery 1.0). */
        OpenIdConfiguration: {
            claims_supported: string[];
            id_token_signing_alg_values_supported: string[];
            issuer: string;
            jwks_uri: string;
            response_types_supported: string[];
            subject_types_supported: string[];
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfActivityResponse: {
            items: components["schemas"]["ActivityResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfCommentResponse: {
            items: components["schemas"]["CommentResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfLabelResponse: {
            items: components["schemas"]["LabelResponse"][];
            nextCursor: string | null;
        };
        /** @description One page of a list; `nextCursor` is null on the last one. */
        PageOfNotificationResponse: {
            items: components["schemas"]["NotificationResponse"][];
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
        PageOfSessionResponse: {
            items: components["schemas"]["SessionResponse"][];
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
        PageOfUserResponse: {
            items: components["schemas"]["UserResponse"][];
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
            /** Format: date */
            startDate?: string | null;
        };
        /** @description A project as callers see it; `role` is what the caller may do in it. */
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
        /** @description How many notifications were marked. */
        ReadAllAnswer: {
            /** Format: int32 */
            marked: number;
        };
        RefreshSessionRequest: {
            refreshToken?: string | null;
        };
        RegisterRequest: {
            displayName: string;
            email: string;
            password: string;
        };
        ResetPasswordRequest: {
            password: string;
            token: string;
        };
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
            assigneeIds?: string[] | null;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            dueAt?: components["schemas"]["Moment"] | null;
            /** Format: int32 */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            /** Format: uuid */
            milestoneId?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            /** @default none */
            priority?: components["schemas"]["TaskPriority"];
            startAt?: components["schemas"]["Moment"] | null;
            status?: string | null;
            title: string;
            watcherIds?: string[] | null;
        };
        /** @description The writable members of a task: the body of PUT, what a PATCH merges into, and the heart of a creation. */
        TaskPatch: {
            assigneeIds?: string[] | null;
            description?: string | null;
            /** Format: int32 */
            difficulty?: number | null;
            dueAt?: components["schemas"]["Moment"] | null;
            /** Format: int32 */
            estimateMinutes?: number | null;
            labels?: string[] | null;
            /** Format: uuid */
            milestoneId?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            priority?: components["schemas"]["TaskPriority"];
            startAt?: components["schemas"]["Moment"] | null;
            status?: string | null;
            title?: string;
            watcherIds?: string[] | null;
        };
        /**
         * @description How urgent a task is; stored as its number, so that it sorts.
         * @enum {string}
         */
        TaskPriority: "none" | "low" | "medium" | "high" | "urgent";
        /** @description How a task recurs. */
        TaskRecurrence: {
            /** @enum {string} */
            mode: "schedule" | "after_completion";
            rule: string;
        };
        /** @description A task as callers see it. Lists leave out `description` and `customFields` unless asked for. */
        TaskResponse: {
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
            description?: string;
            /** Format: int32 */
            difficulty: number | null;
            dueAt: components["schemas"]["Moment"] | null;
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
            /** Format: date-time */
            updatedAt: string;
            /** Format: int64 */
            version: number;
            watcherIds: string[];
        };
        /** @description One step of a task. */
        TaskStep: {
            done: boolean;
            /** Format: uuid */
            id: string;
            title: string;
        };
        /**
         * @description Light, dark, or as the system has it.
         * @enum {string}
         */
        Theme: "system" | "light" | "dark";
        TransferProjectRequest: {
            /** Format: uuid */
            userId: string;
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
        /** @description A project's workflow in the order of the board; the version is the project's. */
        WorkflowResponse: {
            states: components["schemas"]["WorkflowState"][];
            /** Format: int64 */
            version: number;
        };
        /** @description One state of a workflow. `next` names the states a task may go to; empty means every one. */
        WorkflowState: {
            category: string;
            key: string;
            name: string;
            next: string[];
            /** Format: int32 */
            order: number;
        };
        /** @description One state; without `order` it stands where it stands in the list, without `next` every move is legal. */
        WorkflowStateInput: {
            /** @enum {string} */
            category: "backlog" | "unstarted" | "started" | "completed" | "cancelled";
            key: string;
            name: string;
            next?: string[] | null;
            /** Format: int32 */
            order?: number | null;
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
export type AddProjectMemberRequest = components['schemas']['AddProjectMemberRequest'];
export type AddWorkspaceMemberRequest = components['schemas']['AddWorkspaceMemberRequest'];
export type BoardColumn = components['schemas']['BoardColumn'];
export type BoardResponse = components['schemas']['BoardResponse'];
export type ChangedMessage = components['schemas']['ChangedMessage'];
export type ChangedSubject = components['schemas']['ChangedSubject'];
export type ChangeEmailRequest = components['schemas']['ChangeEmailRequest'];
export type ChangePasswordRequest = components['schemas']['ChangePasswordRequest'];
export type ChangeProjectMemberRequest = components['schemas']['ChangeProjectMemberRequest'];
export type ChangesAnswer = components['schemas']['ChangesAnswer'];
export type ChangeStatusRequest = components['schemas']['ChangeStatusRequest'];
export type ChangeWorkspaceMemberRequest = components['schemas']['ChangeWorkspaceMemberRequest'];
export type CommentInput = components['schemas']['CommentInput'];
export type CommentPatch = components['schemas']['CommentPatch'];
export type CommentResponse = components['schemas']['CommentResponse'];
export type CreateProjectRequest = components['schemas']['CreateProjectRequest'];
export type CreateTaskRequest = components['schemas']['CreateTaskRequest'];
export type CreateWorkspaceInvitationRequest = components['schemas']['CreateWorkspaceInvitationRequest'];
export type DayOfWeekStart = components['schemas']['DayOfWeekStart'];
export type Density = components['schemas']['Density'];
export type DependencyHealth = components['schemas']['DependencyHealth'];
export type Digest = components['schemas']['Digest'];
export type EditWorkflowRequest = components['schemas']['EditWorkflowRequest'];
export type FieldChanges = components['schemas']['FieldChanges'];
export type ForgotPasswordRequest = components['schemas']['ForgotPasswordRequest'];
export type HealthReport = components['schemas']['HealthReport'];
export type InvitationResponse = components['schemas']['InvitationResponse'];
export type LabelInput = components['schemas']['LabelInput'];
export type LabelPatch = components['schemas']['LabelPatch'];
export type LabelResponse = components['schemas']['LabelResponse'];
export type LogInRequest = components['schemas']['LogInRequest'];
export type LogOutRequest = components['schemas']['LogOutRequest'];
export type Moment = components['schemas']['Moment'];
export type MoveTaskRequest = components['schemas']['MoveTaskRequest'];
export type NotificationCount = components['schemas']['NotificationCount'];
export type NotificationDefaults = components['schemas']['NotificationDefaults'];
export type NotificationDefaultsInput = components['schemas']['NotificationDefaultsInput'];
export type NotificationDefaultsPatch = components['schemas']['NotificationDefaultsPatch'];
export type NotificationResponse = components['schemas']['NotificationResponse'];
export type NotificationSubject = components['schemas']['NotificationSubject'];
export type OpenIdConfiguration = components['schemas']['OpenIdConfiguration'];
export type PageOfActivityResponse = components['schemas']['PageOfActivityResponse'];
export type PageOfCommentResponse = components['schemas']['PageOfCommentResponse'];
export type PageOfLabelResponse = components['schemas']['PageOfLabelResponse'];
export type PageOfNotificationResponse = components['schemas']['PageOfNotificationResponse'];
export type PageOfProjectMemberResponse = components['schemas']['PageOfProjectMemberResponse'];
export type PageOfProjectResponse = components['schemas']['PageOfProjectResponse'];
export type PageOfSessionResponse = components['schemas']['PageOfSessionResponse'];
export type PageOfTaskHistoryEntry = components['schemas']['PageOfTaskHistoryEntry'];
export type PageOfTaskResponse = components['schemas']['PageOfTaskResponse'];
export type PageOfUserResponse = components['schemas']['PageOfUserResponse'];
export type PageOfWorkspaceMemberResponse = components['schemas']['PageOfWorkspaceMemberResponse'];
export type PageOfWorkspaceResponse = components['schemas']['PageOfWorkspaceResponse'];
export type PreferencesInput = components['schemas']['PreferencesInput'];
export type PreferencesPatch = components['schemas']['PreferencesPatch'];
export type PreferencesResponse = components['schemas']['PreferencesResponse'];
export type Problem = components['schemas']['Problem'];
export type ProfileInput = components['schemas']['ProfileInput'];
export type ProfilePatch = components['schemas']['ProfilePatch'];
export type ProjectInput = components['schemas']['ProjectInput'];
export type ProjectMemberResponse = components['schemas']['ProjectMemberResponse'];
export type ProjectPatch = components['schemas']['ProjectPatch'];
export type ProjectResponse = components['schemas']['ProjectResponse'];
export type PublishedKey = components['schemas']['PublishedKey'];
export type PublishedKeys = components['schemas']['PublishedKeys'];
export type ReadAllAnswer = components['schemas']['ReadAllAnswer'];
export type RefreshSessionRequest = components['schemas']['RefreshSessionRequest'];
export type RegisterRequest = components['schemas']['RegisterRequest'];
export type ResetPasswordRequest = components['schemas']['ResetPasswordRequest'];
export type SessionResponse = components['schemas']['SessionResponse'];
export type SignedInResponse = components['schemas']['SignedInResponse'];
export type SignedInUser = components['schemas']['SignedInUser'];
export type TaskHistoryEntry = components['schemas']['TaskHistoryEntry'];
export type TaskInput = components['schemas']['TaskInput'];
export type TaskPatch = components['schemas']['TaskPatch'];
export type TaskPriority = components['schemas']['TaskPriority'];
export type TaskRecurrence = components['schemas']['TaskRecurrence'];
export type TaskResponse = components['schemas']['TaskResponse'];
export type TaskStep = components['schemas']['TaskStep'];
export type Theme = components['schemas']['Theme'];
export type TransferProjectRequest = components['schemas']['TransferProjectRequest'];
export type UndoChangeResponse = components['schemas']['UndoChangeResponse'];
export type UserResponse = components['schemas']['UserResponse'];
export type WorkflowResponse = components['schemas']['WorkflowResponse'];
export type WorkflowState = components['schemas']['WorkflowState'];
export type WorkflowStateInput = components['schemas']['WorkflowStateInput'];
export type WorkspaceInput = components['schemas']['WorkspaceInput'];
export type WorkspaceInvitationResponse = components['schemas']['WorkspaceInvitationResponse'];
export type WorkspaceMemberResponse = components['schemas']['WorkspaceMemberResponse'];
export type WorkspacePatch = components['schemas']['WorkspacePatch'];
export type WorkspaceResponse = components['schemas']['WorkspaceResponse'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
