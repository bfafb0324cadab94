import { catalogue } from "../../provider/errors";
import type { Sources } from "../../provider/contract";
import { cited } from "./citation";
import { equalities, type Call, type Kind } from "../../provider/kinds";
import { inputsOf, outputsOf, policiesOf, type Described } from "./described";
import { inputText, modelsIn, shortText, type Member } from "./types";

const notice = (source: string): string => `<!-- Printed from ${source} by \`npm run generate\`. -->\n`;

/** The reference page of a kind. */
export function referencePage(kind: Kind): string {
  return `${notice("provider/kinds")}
# ${kind.name}

${kind.doc}

\`\`\`typescript
${kind.example}
\`\`\`

## Inputs

${[...inputsOf(kind), ...policiesOf(kind)].map(inputSection).join("\n\n")}

${sections(inputsOf(kind))}## How values are compared

${equalitySection([...inputsOf(kind), ...policiesOf(kind)])}

## Outputs

Every declared input is an output as well. The output has the value of the server.

${outputsOf(kind).map(outputSection).join("\n\n")}

${sections(outputsOf(kind))}## Requests

${Object.entries(kind.calls)
  .map(([verb, calls]) => `- ${verb}: ${callsText(verb, calls)}`)
  .join("\n")}

Each process also logs in once, and reads once each list that it needs.
${deletionOf(kind)}`;
}

/** A preview of a deletion asks no provider, so the reference page says what cannot be undone. */
function deletionOf(kind: Kind): string {
  const loss = kind.lossOnDeletion?.({ username: "erika.muster" });
  return loss === undefined
    ? ""
    : `
## What a deletion loses for ever

${loss}

A preview of a deletion cannot warn of this: Pulumi does not ask the provider in a preview of \`pulumi destroy\`, nor about
a resource that you removed from the program. The provider warns when it makes the object, unless the object is protected,
and again when it deletes the object. Use Pulumi's option \`protect: true\`, which keeps the resource from being deleted.

A forced replacement (\`up --replace\`, \`pulumi state taint\`, \`replacementTrigger\`) leaves the object as it is, or is
refused. It deletes the object first only with \`deleteBeforeReplace: true\`.${kind.name === "User" ? "\nFor a user that is refused as well, because no new user could get the name." : ""}
`;
}

/** An update sends only those of its calls that have something to change. */
function callsText(verb: string, calls: readonly Call[]): string {
  const texts = calls.map((call) => {
    const names = [call].flat().map(({ id }) => `\`${id}\``);
    return `${names.join(" or ")}${Array.isArray(call) && names.length === 1 ? " if the object needs it" : ""}`;
  });
  return texts.length === 0 ? "nothing" : texts.join(verb === "update" ? ", " : ", then ");
}

/** The page of all errors. */
export function errorsPage(): string {
  const entries = Object.entries(catalogue).sort(([a], [b]) => (a < b ? -1 : 1));
  const sections = entries.map(
    ([code, { title, cause, remedy }]) =>
      `## ${code}: ${title}\n\n- **Why:** ${linked(cause)}\n- **Next:** ${linked(remedy)}\n`,
  );
  return `${notice("provider/errors")}\n# Errors\n\nEvery error says what happened, where, why and what to do next. This page has the general text of each error. The message of\na run names the object and the place, and often a more exact reason.\n\n${sections.join("\n")}`;
}

/** The named models in the types, each with its members. */
function sections(described: readonly Described[]): string {
  const models = described.flatMap(({ type, source }) => modelsIn(type).map((model) => ({ ...model, source })));
  const first = models.filter(({ name }, index) => models.findIndex((other) => other.name === name) === index);
  return first
    .map(({ name, doc, members, source }) => `### ${name}\n\n${doc}\n\n${memberTable(members, source)}\n\n`)
    .join("");
}

function memberTable(members: readonly Member[], source: Sources): string {
  const lines = members.map(
    ({ name, type, doc, required }) =>
      `| \`${name}\`${required ? " (required)" : ""} | \`${escape(type)}\` | ${prose(doc)} | ${cited(source)} |`,
  );
  return ["| name | type | meaning | source |", "|---|---|---|---|", ...lines].join("\n");
}

/** The rules of comparison that the page names. */
function equalitySection(rows: readonly Described[]): string {
  const rules = Object.entries(equalities).filter(([name]) => rows.some((row) => row.equality.includes(`\`${name}\``)));
  const lines = rules.map(([name, { doc }]) => `- \`${name}\`: ${doc}`);
  return ["Another spelling of the same value is neither a change nor drift.", "", ...lines].join("\n");
}

function inputSection(described: Described): string {
  const { name, doc, source, required, change, equality } = described;
  return `### \`${name}\`${required ? " (required)" : ""}

${text(doc)}

- Takes: ${takes(described)}
- Change: ${change}
- Compared: ${text(equality)}
- Source: ${cited(source)}`;
}

/** Members that the provider adds to a file. */
const added = ["sha256"];

/** A resource may stand in for its id, and one of Pulumi's assets for a file. */
function takes({ type, refersTo, isFile, isFileSet }: Described): string {
  const given = inputText(type, added);
  const isIdAlone = refersTo.length > 0 && given === "string";
  const ids = isIdAlone ? `${refersTo.map((kind) => `a resource of type \`${kind}\``).join(" or ")}, or its id` : "";
  const assets = isFileSet ? "; also `FileAsset`" : isFile ? "; also `FileAsset` and `StringAsset`" : "";
  return isIdAlone ? ids : `\`${given}\`${assets}`;
}

function outputSection({ name, type, doc, source, required }: Described): string {
  return `### \`${name}\`

${text(doc)}

- Holds: \`${shortText(type)}\`${required ? "" : ", or nothing"}
- Source: ${cited(source)}`;
}

/** The same in a table, where a bar would end the column. */
function prose(doc: string): string {
  return text(escape(doc));
}

/** Angle brackets would vanish as HTML, except within code. */
function text(doc: string): string {
  return doc
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replaceAll("<", "\\<")))
    .join("");
}

/** An address is a link. */
function linked(text: string): string {
  return text.replace(/https?:\/\/[^\s,;)]*[^\s,;).]/g, "<$&>");
}

function escape(text: string): string {
  return text.replaceAll("|", "\\|");
}
