import { namesBuilt, namesRead } from "../../applying/expression-names";
import type { ApiField, ApiOperation } from "../../documents";
import type { Binding } from "../../file/model";

/** Phrases for the names that an expression uses and that the server no longer has anywhere. */
export function expressionTrouble({ bodyExpression, answerExpression }: Binding, theirs: ApiOperation): string[] {
  const { fields, beside, listAt = [] } = theirs.answer;
  const built = bodyExpression === undefined ? [] : gone(namesBuilt(bodyExpression), theirs.body?.fields ?? [], []);
  const read = answerExpression === undefined ? [] : gone(namesRead(answerExpression), [...fields, ...beside], listAt);
  return [
    ...built.map((name) => `it no longer takes \`${name}\`, which \`bodyExpression\` writes`),
    ...read.map((name) => `it no longer answers \`${name}\`, which \`answerExpression\` reads`),
  ];
}

/** Of each chain the first name that no field has. A document that tells no fields says nothing of their names. */
function gone(
  chains: readonly (readonly string[])[],
  fields: readonly ApiField[],
  around: readonly string[],
): readonly string[] {
  const known = new Set([...fields.flatMap(({ path }) => path), ...around]);
  const open = openIn(fields);
  const found = chains.flatMap((chain) => {
    const end = chain.findIndex((name) => open.has(name));
    return (end < 0 ? chain : chain.slice(0, end)).find((name) => !known.has(name)) ?? [];
  });
  return known.size === 0 ? [] : [...new Set(found)];
}

/** Names of objects of which the document tells no members. */
function openIn(fields: readonly ApiField[]): ReadonlySet<string> {
  const holders = new Set(fields.map(({ path }) => JSON.stringify(path.slice(0, -1))));
  return new Set(
    fields.flatMap(({ path, type, items }) => {
      const isObject = [type, items].some((it) => it === "object" || it === "unknown");
      return isObject && !holders.has(JSON.stringify(path)) && !holders.has(JSON.stringify([...path, "[]"]))
        ? (path.at(-1) ?? [])
        : [];
    }),
  );
}
