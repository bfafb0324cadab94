/** Where an object is, of one that can move. */
export interface Place {
  /** The field that declares it. */
  readonly field: string;
  /** The output by which the server tells it. */
  readonly toldBy: string;
  readonly isAt: (actual: Readonly<Record<string, unknown>>, place: string) => boolean;
  /** What goes when it leaves, by kind and key, so that another resource can have it: `RoleAssignment 12/7`. */
  readonly frees: (id: string, place: string) => string;
}
