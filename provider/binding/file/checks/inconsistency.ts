/** Something that the form of a contract file allows and that cannot work. */
export interface Inconsistency {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
