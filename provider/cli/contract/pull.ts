import { InvalidArgumentError, Option, type Command } from "commander";
import fs from "node:fs";
import path from "node:path";
import type { ContractFile } from "../../binding/file/model";
import type { PulledDocument } from "../../binding/pulling/pull";
import { fileTroubleInWords } from "../../errors";
import { STACK_OPTION, type Verb, type VerbContext } from "../verb";
import type { NamedDocument } from "./gather";
import { UNKNOWN_SERVER } from "./reach";

const help = `
The command reads the API documents of a server, finds in them what the provider uses, and writes a contract file. It reads
the thirteen documents that a hale»connect publishes, at the address in HALECONNECT_URL or --url. If the server wants a
login for them, it uses the one in HALECONNECT_USERNAME and HALECONNECT_PASSWORD, or HALECONNECT_TOKEN. In the folder of a
Pulumi project, the settings of its stack count where the environment has none, except secrets.

With --documents or --document it reads only what these name: Swagger 2.0 or OpenAPI 3, as YAML or JSON.

In the file, each operation of the provider is the same, matched, has candidates, or is missing. The command never confirms
a match. Compare each match with the server's document, and write confirmed: true. Commit the file.

Pull again when the server changes. These count as decided by you, and stay as they are:
  - an operation with a method and a path, whether confirmed or not
  - an operation with foundIn, unless pull proposed it and nobody confirmed it
  - missing: true without the remark that pull writes
If an operation has candidates, or its match is wrong, write chosen: with the id, or with the method and path, of the
server's operation. The next pull binds it with its fields, and you confirm them.
If the server changed something that a confirmed operation uses, it is no longer confirmed, and a remark says what changed.
To match an operation again, remove it from the file. Comments in the file stay.

Examples:
  haleconnect contract pull --url https://haleconnect.example
  haleconnect contract pull --documents ./saved --out platform.yaml
  haleconnect contract pull --document accounts=https://api.example/accounts/openapi.json --document store/data=./data.yaml
  haleconnect contract pull --explain createSuborganisation     # why an operation is matched; writes nothing
  haleconnect contract pull --format json | jq .missing

Exit codes:
  0  the command wrote the file, or explained the operation
  2  wrong usage or configuration, or the file that is there has errors
  3  login refused, or the documents need a login
  4  server unreachable, or none of its documents can be read
`;

interface Options {
  readonly url?: string;
  readonly stack?: string;
  readonly documents?: string;
  readonly document: readonly NamedDocument[];
  readonly out: string;
  readonly explain?: string;
  readonly format: "text" | "json";
}

export const pull: Verb = (group, context) => {
  const command = group
    .command("pull")
    .description("read a server's API documents, and write how they differ from what the provider expects")
    .option("--url <address>", "address of the server (default: HALECONNECT_URL)")
    .option("--stack <name>", STACK_OPTION)
    .option("--documents <folder>", "read the documents in this folder: .yaml, .yml and .json")
    .option("--document <name=place>", "read a document at this address or in this file; may be repeated", named, [])
    .option("--out <file>", "file to write or to update", "haleconnect.contract.yaml")
    .option("--explain <operation>", "print the candidates for an operation, with what speaks for and against each")
    .addOption(new Option("--format <format>", "form of the output").choices(["text", "json"]).default("text"))
    .addHelpText("after", help);
  command.action((options: Options) => run(command, options, context));
};

function named(text: string, before: readonly NamedDocument[]): readonly NamedDocument[] {
  const [, name, where] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || where === undefined) {
    throw new InvalidArgumentError("Expected a name and a place, such as accounts=./accounts.yaml.");
  }
  return [...before, { name, where }];
}

async function run(command: Command, options: Options, given: VerbContext): Promise<void> {
  const { inStack } = require("../in-stack") as typeof import("../in-stack");
  const context = inStack(given, options);
  const { terminal, env } = context;
  const { addressIn } = require("./reach") as typeof import("./reach");
  const before = readBefore(command, options);
  const server = addressIn(env, options.url);
  refuseOtherServer(command, options, server, before?.content);
  const documents = await read(command, options, context, before?.content);
  const { pull: make } = require("../../binding/pulling/pull") as typeof import("../../binding/pulling/pull");
  const pulled = make(documents, {
    servers: [server ?? before?.content.servers[0] ?? UNKNOWN_SERVER],
    date: new Date().toISOString().slice(0, 10),
  });
  if (options.explain !== undefined) {
    const { explained, explanationOf, operationsNamed } = require("./explain") as typeof import("./explain");
    const found = explanationOf(operationsNamed(options.explain), pulled);
    if (options.format === "json") {
      terminal.json(found);
    } else {
      terminal.result(found.map((one) => explained(one, terminal.colours)).join("\n\n"));
    }
    return;
  }
  const { described, summaryOf } = require("./summary") as typeof import("./summary");
  const { file, changes } = merged(before, pulled.file, documents);
  write(command, options.out, file, before?.text);
  const summary = summaryOf(options.out, file, changes);
  if (options.format === "json") {
    terminal.json(summary);
  } else {
    terminal.result(described(summary, terminal.colours));
  }
  if (file.servers.includes(UNKNOWN_SERVER)) {
    terminal.warn(`no address is set: replace ${UNKNOWN_SERVER} under \`servers\` by that of your platform`);
  }
}

/** What was confirmed for one platform must not count for another one. */
function refuseOtherServer(
  command: Command,
  { out }: Options,
  server: string | undefined,
  before?: ContractFile,
): void {
  const { originsIn } = require("../../binding/file/servers") as typeof import("../../binding/file/servers");
  const known = before === undefined ? [] : originsIn(before).filter((it) => it !== UNKNOWN_SERVER);
  if (server !== undefined && known.length > 0 && !known.includes(server)) {
    command.error(
      `error: ${out} is for ${known.join(" and ")}, not for ${server}: write a file of its own with --out, or add the address under \`servers\` if it is the same platform`,
    );
  }
}

interface Before {
  readonly text: string;
  readonly content: ContractFile;
}

/** The file of the former pull. An explanation needs it for its login only, and does without it. */
function readBefore(command: Command, { out, explain }: Options): Before | undefined {
  const { guessFor, operationsNamed } = require("./explain") as typeof import("./explain");
  if (explain !== undefined && operationsNamed(explain).length === 0) {
    command.error(`error: the provider has no operation ${explain}${guessFor(explain)}`);
  }
  if (!fs.existsSync(out)) {
    return undefined;
  }
  const { readContractFile } = require("../../binding/file/read") as typeof import("../../binding/file/read");
  return { content: readContractFile(out), text: fs.readFileSync(out, "utf8") };
}

async function read(
  command: Command,
  options: Options,
  context: VerbContext,
  before: ContractFile | undefined,
): Promise<readonly PulledDocument[]> {
  const { problemWithFolder } = require("./gather") as typeof import("./gather");
  const { gatherVisibly } = require("./gather-visibly") as typeof import("./gather-visibly");
  const problem = options.documents === undefined ? undefined : problemWithFolder(options.documents);
  if (problem !== undefined) {
    command.error(`error: --documents: ${problem}`);
  }
  const documents = await gatherVisibly(
    {
      ...(options.url === undefined ? {} : { url: options.url }),
      ...(options.documents === undefined ? {} : { folder: options.documents }),
      named: options.document,
      ...(before === undefined ? {} : { before }),
    },
    context,
  );
  if (documents.every(({ read: found }) => "problem" in found)) {
    const told = documents.map(({ name, read: found }) => `${name}: ${"problem" in found ? found.problem : ""}`);
    command.error(["error: there is no API document to read", ...told].join("\n  "));
  }
  return documents;
}

function merged(before: Before | undefined, now: ContractFile, documents: readonly PulledDocument[]) {
  if (before === undefined) {
    return { file: now, changes: undefined };
  }
  const { merge } = require("../../binding/pulling/merge") as typeof import("../../binding/pulling/merge");
  const { readDocuments } = require("../../binding/pulling/pull") as typeof import("../../binding/pulling/pull");
  const { file, changes } = merge(before.content, now, readDocuments(documents));
  const known = file.servers.filter((server) => server !== UNKNOWN_SERVER);
  return { file: known.length === 0 ? file : { ...file, servers: known }, changes };
}

function write(command: Command, out: string, file: ContractFile, before: string | undefined): void {
  const { writeContract } = require("../../binding/pulling/write") as typeof import("../../binding/pulling/write");
  const { replaceFile } = require("./replace-file") as typeof import("./replace-file");
  try {
    replaceFile(path.resolve(out), writeContract(file, before));
  } catch (error) {
    command.error(`error: ${out} cannot be written: ${fileTroubleInWords(error)}`);
  }
}
