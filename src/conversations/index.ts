export { addComment, type Comment, commentsOn, type NewComment } from "./comments.ts";
