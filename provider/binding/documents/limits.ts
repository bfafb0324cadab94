/** How much a document may ask of its reader. Documents come from elsewhere, so each of these may be tried. */
export const documentLimits = {
  /** Bytes of the text. */
  bytes: 16 * 1024 ** 2,
  /** Characters of the content once every YAML alias is written out: so many times the text, within these bounds. */
  expanded: { times: 10, least: 1024 ** 2, most: 32 * 1024 ** 2 },
  /** How deep lists and objects may be nested in the text. */
  nesting: 200,
  /** How deep the names of a field's path may go. */
  depth: 8,
  /** How deep schemas may be composed of each other with allOf, oneOf and anyOf. */
  composition: 50,
  /** Fields of one body, answer or parameter. With more, only the upper levels are listed. */
  fields: 2_000,
  /** Fields and members that are looked at in the whole document. */
  steps: 2_000_000,
  /** References that lead from one to the next. */
  references: 50,
  /** Characters of a description, a summary, a title, a path, or a pattern. */
  text: 2_000,
  remarks: 200,
} as const;
