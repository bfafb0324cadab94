import type { Judgement, Share } from "./judge";

/** docs/matching.md: how much is bound without a person, on platforms that were made up. */
export function matchingPage(judgements: readonly Judgement[]): string {
  const operations = sum(judgements.map((it) => it.operations));
  const fields = sum(judgements.map((it) => it.fields));
  const composed = judgements.reduce((total, it) => total + it.composed, 0);
  const wrong = judgements.reduce((total, it) => total + it.wrong.length, 0);
  const rows = judgements.map(
    (it) =>
      `| ${it.seed} | ${percent(it.operations)} | ${it.operations.all} | ${percent(it.fields)} | ${it.wrong.length} |`,
  );
  return `# How well documents are matched

<!-- \`npm run contract:renamings\` prints this page. -->

\`haleconnect contract pull\` finds the provider's operations in the documents of a server. This page says how much of them it
finds by itself.

${judgements.length} platforms were made up from the provider's own contract. Each has other words, other spellings of
names, other paths, ids and methods, fields in other objects, parameters in other places, numbers for ids, dates for
moments, and lists within objects. Operations and fields are missing, and others were added that look alike. Some of the
words are known to the matcher, others are not.

| what                                                            | number        |
| --------------------------------------------------------------- | ------------- |
| operations on the servers that the provider uses                | ${operations.all} |
| of these bound without a person                                 | ${percent(operations)} |
| fields and parameters of the bound operations                   | ${fields.all} |
| of these bound without a person                                 | ${percent(fields)} |
| objects, and lists of objects, that another operation gives     | ${composed} |
| operations, fields and parameters bound to something else       | ${wrong} |

What is not bound is in the file: with its candidates, as missing, or as a field that the server does not have. A person
decides about it.

## By platform

| seed | operations bound | operations | fields bound | bound wrongly |
| ---- | ---------------- | ---------- | ------------ | ------------- |
${rows.join("\n")}
`;
}

function sum(shares: readonly Share[]): Share {
  return shares.reduce((total, it) => ({ bound: total.bound + it.bound, all: total.all + it.all }), {
    bound: 0,
    all: 0,
  });
}

/** Rounded down, so that 100 % means all. */
function percent({ bound, all }: Share): string {
  return all === 0 ? "–" : `${Math.floor((100 * bound) / all)} %`;
}
