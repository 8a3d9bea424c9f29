import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';

/** What the board drags with, in one part that is loaded after its first paint. */
export const dragKit = {
  combine,
  draggable,
  dropTargetForElements,
  monitorForElements,
  autoScrollForElements,
  attachClosestEdge,
  extractClosestEdge,
};
