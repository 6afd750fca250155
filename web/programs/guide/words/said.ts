/** A statement of a guide in words: a short head, and the sentence. */
export interface Said {
  head: string;
  text: string;
}
