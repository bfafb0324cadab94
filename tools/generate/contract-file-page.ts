import { stringify } from "yaml";
import { z } from "zod";
import { bindingType, contractFileType, errorsType } from "../../provider/binding/file/model";
import { received, sent } from "../../provider/binding/file/value-model";
import { typesAt } from "../../provider/binding/file/schema-walk";
import { expectation } from "../../provider/binding/file/wording";

type Shape = Readonly<Record<string, z.ZodType>>;

/** Types that have a section of their own, where others point to. */
const sections = new Map<unknown, string>([
  [sent, "A value that is sent"],
  [received, "A value that is received"],
  [errorsType, "How the server writes an error"],
  [bindingType, "An operation"],
]);

/** The reference page of the contract file: each key and each member with what it means, its form, and an example. */
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
    "A path of names leads into an object: `contact.mail`. `members[].id` is the field of each item. A dot within a name is `\\.`.",
    "",
    "## The file",
    "",
    ...keysOf(contractFileType.shape),
    ...headingOf(errorsType),
    "Without it, an error has `message` and `fields`, as the provider expects.",
    "",
    ...tableOf(errorsType.shape),
    ...headingOf(bindingType),
    "Each entry of `operations` has the name of an operation of the provider. A value that has the same name and the same place on the server needs no line.",
    "",
    ...keysOf(bindingType.shape),
    ...headingOf(sent),
    ...formsOf(sent),
    ...headingOf(received),
    ...formsOf(received),
  ].join("\n");
}

function headingOf(type: z.ZodType): readonly string[] {
  return [`## ${sections.get(type) ?? ""}`, ""];
}

function keysOf(shape: Shape): readonly string[] {
  return Object.entries(shape).flatMap(([name, type]) => [
    `### \`${name}\``,
    "",
    `${meaningOf(type)} ${sentenceOf(type)}`,
    "",
    "```yaml",
    `${name}: ${inYaml(exampleOf(type))}`,
    "```",
    "",
    ...insideOf(type),
  ]);
}

/** The members of what a key has, or where they stand. */
function insideOf(type: z.ZodType): readonly string[] {
  const inner = valueIn(type);
  const section = sections.get(inner);
  if (section !== undefined) {
    return [`See [${section}](#${section.toLowerCase().replaceAll(" ", "-")}).`, ""];
  }
  return inner instanceof z.ZodObject || inner instanceof z.ZodUnion ? formsOf(inner) : [];
}

/** A row for each form that is one value, and a table for each that has members. */
function formsOf(type: z.ZodType): readonly string[] {
  const forms = type instanceof z.ZodUnion ? (type.options as readonly z.ZodType[]) : [type];
  const maps = forms.filter((form): form is z.ZodObject => form instanceof z.ZodObject);
  const others = forms.filter((form) => !(form instanceof z.ZodObject));
  return [
    ...(others.length === 0
      ? []
      : [
          "| form | meaning | example |",
          "| --- | --- | --- |",
          ...others.map((form) => row([shapeOf(form), meaningOf(form), code(exampleOf(form))])),
          "",
        ]),
    ...maps.flatMap((form) => [...(forms.length === 1 ? [] : titleOf(form)), ...tableOf(form.shape)]),
  ];
}

/** Of several forms of a map, the member that tells which one it is. */
function titleOf(form: z.ZodObject): readonly string[] {
  const [teller] = Object.entries(form.shape as Shape).flatMap(([name, type]) =>
    type instanceof z.ZodLiteral ? [`\`${name}: ${String(type.value)}\``] : [],
  );
  const meaning = form.description === undefined ? "" : ` ${form.description}`;
  return teller === undefined ? ["Or a map:", ""] : [`With ${teller}:${meaning}`, ""];
}

function tableOf(shape: Shape): readonly string[] {
  const members = Object.entries(shape).filter(([, type]) => !(type instanceof z.ZodLiteral));
  return members.length === 0
    ? []
    : [
        "| member | form | without it | meaning | example |",
        "| --- | --- | --- | --- | --- |",
        ...members.map(([name, type]) =>
          row([`\`${name}\``, shapeOf(type), withoutIt(type), meaningOf(type), code(exampleOf(type))]),
        ),
        "",
      ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** `It is a text, and has to be there.` */
function sentenceOf(type: z.ZodType): string {
  const absent = withoutIt(type);
  return `It is ${shapeOf(type)}${absent === "required" ? ", and has to be there" : ""}.`;
}

function shapeOf(type: z.ZodType): string {
  if (type instanceof z.ZodOptional) {
    return shapeOf(type.unwrap() as z.ZodType);
  }
  if (type instanceof z.ZodDiscriminatedUnion) {
    return `a map with \`${type.def.discriminator}\``;
  }
  const shape = expectation(typesAt(type, [], undefined)).replace(/^expected /, "");
  return type instanceof z.ZodNullable ? `${shape} or null` : shape;
}

/** What counts where a member is not there. */
function withoutIt(type: z.ZodType): string {
  if (type instanceof z.ZodDefault) {
    return code(type.def.defaultValue);
  }
  return type.safeParse(undefined).success ? "nothing" : "required";
}

/** What stands within: an entry of a map, or an item of a list. */
function valueIn(type: z.ZodType): z.ZodType {
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault || type instanceof z.ZodNullable) {
    return valueIn(type.unwrap() as z.ZodType);
  }
  return type instanceof z.ZodRecord ? (type.valueType as z.ZodType) : type;
}

function meaningOf(type: z.ZodType): string {
  return metaOf(type, "description") as string;
}

function exampleOf(type: z.ZodType): unknown {
  return (metaOf(type, "examples") as readonly unknown[])[0];
}

function metaOf(type: z.ZodType, name: "description" | "examples"): unknown {
  const told = type.meta()?.[name];
  if (told === undefined && (type instanceof z.ZodOptional || type instanceof z.ZodDefault)) {
    return metaOf(type.unwrap() as z.ZodType, name);
  }
  if (told === undefined) {
    throw new Error(`a key of the contract file has no ${name}: ${shapeOf(type)}`);
  }
  return told;
}

function code(value: unknown): string {
  return `\`${inYaml(value)}\``;
}

function inYaml(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
}
