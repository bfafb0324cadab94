/** The place of an object that can move. */
export interface Place {
  /** The field that declares the place. */
  readonly field: string;
  /** The output in which the server gives the place. */
  readonly toldBy: string;
  readonly isAt: (actual: Readonly<Record<string, unknown>>, place: string) => boolean;
  /** What the object leaves free for another resource when it moves, by kind and key: `RoleAssignment 12/7`. */
  readonly frees: (id: string, place: string) => string;
}
