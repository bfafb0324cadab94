import type { Obstacle } from "./obstacle";

/**
 * What becomes of something that an object holds, when the object is deleted. `goes`: this stack made it, and may delete
 * it as well. `retained`: it has to stay. `unknown`: nothing shows that it may be deleted.
 */
export type ContentFate = "goes" | "retained" | "unknown";

/** Something that an object holds, and that has to be deleted before the object. */
export interface Contained {
  readonly id: string;
  /** Absent if the server does not give the store. Then the id is without the store as well. */
  readonly kind?: string;
}

/** Why an object is not deleted: other things would be deleted with it. */
export interface Along extends Omit<Obstacle, "field"> {
  /** What is said before a replacement. At that time nobody knows yet what other resources delete first. */
  readonly inReplacement: string;
}
