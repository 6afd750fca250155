export { commentItem, commentItems } from "./comment-items.ts";
export { addComment, type Comment, commentsOn, type NewComment } from "./comments.ts";
export { CommentBody, CommentList, CommentWire, History, HistoryItem } from "./conversation-contract.ts";
export { type HistoryOf, historyItems } from "./history-items.ts";
export { decisionOf, type LastSaid, lastSaid } from "./last-said.ts";
