import { describeOperation, documentFolders, placesOf, services, type Operation } from "../../provider/contract";
import { fileNameOf } from "../../provider/kinds/files/file-name";
import { findUses, type Uses } from "./uses";

/** The page of all services: each operation, how sure it is, and what uses it. */
export function servicesPage(uses: Uses = findUses()): string {
  return `<!-- Printed from provider/contract and what uses it by \`npm run generate\`. -->

# Services

The platform publishes the documents of ${documentFolders.length} services. This page lists the operations that the provider's contract declares
for each of them, and what uses each operation: a resource, a function of a program, or a command of \`haleconnect\`. The
printing finds the uses in the code itself.

"Sure of" says how sure the public facts are of an operation's name, of its method and path, and of its body and answer.
[platform.md](platform.md) has the facts. \`certain\` is stated, \`implied\` follows from what is stated, and \`designed\` is this
project's own design: a contract file binds such an operation to the real one.

Each process also logs in. \`haleconnect contract\` reads the documents, which are no operations, and \`haleconnect record\` keeps
the calls of other commands.

${documentFolders.map((folder) => section(folder, uses)).join("\n\n")}
`;
}

function section(folder: string, uses: Uses): string {
  const service = services.find((it) => it.folder === folder);
  const title = `## ${folder.slice(1)}`;
  if (service === undefined) {
    return `${title}\n\nThe contract declares no operation of this service yet.`;
  }
  const rows = service.operations.map((operation) => row(operation, uses));
  return [title, "", `${service.description}.`, "", ...table, ...rows].join("\n");
}

const table = ["| operation | method and path | sure of: name, path, body | used by |", "|---|---|---|---|"];

function row(operation: Operation, uses: Uses): string {
  const { evidence } = operation;
  const [method = "", address = ""] = describeOperation(operation).split(" ");
  const facts = placesOf(evidence.source).map((place) => place.replace(/^docs\//, ""));
  const sure = `${evidence.name}, ${evidence.path}, ${evidence.body}`;
  const cells = [
    `\`${operation.id}\``,
    `\`${method} ${address}\``,
    `[${sure}](${facts[0] ?? ""})`,
    usersOf(operation, uses).join(", ") || "nothing",
  ];
  return `| ${cells.join(" | ")} |`;
}

/** With links to the pages of kinds and functions. */
export function usersOf({ key }: Operation, { kinds, functions, commands, client }: Uses): string[] {
  const of = (part: ReadonlyMap<string, ReadonlySet<string>>): string[] =>
    [...part].filter(([, keys]) => keys.has(key)).map(([name]) => name);
  return [
    ...of(kinds).map((name) => `[${name}](reference/${fileNameOf(name)}.md)`),
    ...of(functions).map((name) => `[${name}](reference/functions.md)`),
    ...of(commands).map((name) => `\`haleconnect ${name}\``),
    ...(client.has(key) ? ["every process"] : []),
  ];
}
