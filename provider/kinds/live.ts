/** Values by field name, as declared or as the server has them. */
export type Values = Readonly<Record<string, unknown>>;

/** An object as it is on the server, in the form of fields: inputs and outputs alike. */
export interface Live {
  readonly id: string;
  /**
   * What the server does not give is absent. A field of the identity, or one whose change replaces, is then not known: it
   * stays as the state or the declaration has it, and is no difference. Any other one is cleared there. The answer to a
   * write tells of the fields that it shows, and of those that the write was to change: what it does not show of these is
   * not there, and all else stays as it was.
   */
  readonly values: Values;
}
