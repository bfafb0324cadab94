/** Values by field name, as declared or as the server has them. */
export type Values = Readonly<Record<string, unknown>>;

/** An object as it is on the server, in the form of fields: inputs and outputs alike. */
export interface Live<V extends Values = Values> {
  readonly id: string;
  /**
   * A value that the server does not give is absent. If it is a field of the identity, or one whose change replaces, it
   * is then unknown: it stays as the state or the declaration has it, and is no difference. Any other absent field is
   * empty on the server. The answer to a write counts for the fields that it shows and for those that the write was to
   * change. Of these, a field that it does not show is empty. All other fields stay as they were.
   */
  readonly values: V;
}
