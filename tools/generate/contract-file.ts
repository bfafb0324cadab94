import { z } from "zod";
import { reportType } from "../../provider/cli/contract/checking/report-type";
import { bindingType, contractFileType, errorsType } from "../../provider/binding/file/model";

/** The JSON Schema of a contract file, for editors. */
export function contractFileSchema(): string {
  return JSON.stringify(
    {
      title: "haleconnect.contract.yaml",
      description: "How the API of a hale»connect server differs from what the provider expects.",
      ...z.toJSONSchema(contractFileType, { io: "input", target: "draft-7" }),
    },
    null,
    2,
  );
}

/** The JSON Schema of what `haleconnect contract check --format json` prints. */
export function contractCheckSchema(): string {
  return JSON.stringify(
    {
      title: "haleconnect contract check --format json",
      description: "What works on a hale»connect server, kind by kind.",
      ...z.toJSONSchema(reportType, { target: "draft-7" }),
    },
    null,
    2,
  );
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** The reference page of the contract file: each key with what it means. */
export function contractFilePage(): string {
  return [
    "# The contract file",
    "",
    "A contract file (`haleconnect.contract.yaml`) says how the API of one server differs from what the provider expects.",
    "[real-platform.md](real-platform.md) shows how to get one. An editor checks the file while you write it, if its first line is",
    "",
    "```yaml",
    "# yaml-language-server: $schema=./node_modules/pulumi-haleconnect/docs/haleconnect.contract.schema.json",
    "```",
    "",
    "## The file",
    "",
    ...keysOf(contractFileType.shape),
    "## `errors`",
    "",
    "How the server writes an error. Without it, an error has `message` and `fields`, as the provider expects.",
    "",
    ...keysOf(errorsType.shape),
    "## An operation",
    "",
    "Each entry of `operations` has the name of an operation of the provider. A value that has the same name and the same place on the server needs no line.",
    "",
    ...keysOf(bindingType.shape),
  ].join("\n");
}

function keysOf(shape: Shape): readonly string[] {
  return Object.entries(shape).flatMap(([name, type]) => [
    `### \`${name}\``,
    "",
    descriptionOf(type) ?? "See below.",
    "",
  ]);
}

function descriptionOf(type: z.ZodType): string | undefined {
  return type.description ?? (type instanceof z.ZodOptional ? descriptionOf(type.unwrap() as z.ZodType) : undefined);
}
