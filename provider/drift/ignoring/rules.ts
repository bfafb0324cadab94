import { z } from "zod";
import { problemsOf } from "../../binding/file/issues";
import { ParsedYaml } from "../../binding/file/parsed-yaml";
import { suggestion } from "../../binding/file/suggestion";
import { HaleconnectError } from "../../errors";
import { kinds } from "../../kinds";
import { readPath, writePath } from "../../lifecycle/values/leaves";
import { problemWithField } from "./fields";
import { ruleTypes } from "./types";

/** The name of the file beside the program. */
export const rulesFile = "haleconnect.drift.yaml";

const day = z.iso.date("expected a day, such as 2027-03-31");

const ruleModel = z.strictObject({
  kind: z.string().describe("The kind: `Organisation`."),
  object: z
    .string()
    .min(1)
    .describe(
      "The name of the resource, or the id or the URN of the object. `*` stands for any characters, `\\*` for an asterisk, and `\\\\` for a backslash.",
    ),
  field: z
    .string()
    .min(1)
    .optional()
    .describe("The field: `contact.city`, or `contact` with all in it. Default: all of the object."),
  type: z
    .enum(ruleTypes)
    .optional()
    .describe(
      "The type of finding: `missing` ignores that the object is gone, and no later drift of it. Default: every type.",
    ),
  reason: z.string().trim().min(1, "expected a text that says why").describe("Why this is no drift."),
  expires: day.describe("The last day on which the rule holds: `2027-03-31`."),
});

export const rulesModel = z.strictObject({
  version: z.literal(1).describe("The version of this form."),
  ignore: z.array(ruleModel),
});

export interface IgnoreRule extends Readonly<z.output<typeof ruleModel>> {
  /** `haleconnect.drift.yaml:4:5` */
  readonly place: string;
}

const MOST_PROBLEMS = 50;

/** Reads the rules. All that is wrong with them is told at once, each with its line and column (HC8305). */
export function readRules(text: string, file: string): readonly IgnoreRule[] {
  const yaml = new ParsedYaml(file, text);
  refuse(file, yaml.problems);
  const parsed = rulesModel.safeParse(yaml.value);
  if (!parsed.success) {
    const problems = problemsOf(rulesModel, yaml.value, parsed.error.issues, MOST_PROBLEMS);
    refuse(
      file,
      problems.map(({ path, subject, reason }) => `${yaml.placeOf(path)}: ${subject} ${reason}`),
    );
    return [];
  }
  const { ignore } = parsed.data;
  refuse(
    file,
    ignore.flatMap((rule, index) => {
      const problem = problemWith(rule);
      return problem === undefined ? [] : [`${yaml.placeOf(["ignore", index, problem.key])}: ${problem.says}`];
    }),
  );
  return ignore.map(({ field, ...rule }, index) => ({
    ...rule,
    ...(field === undefined ? {} : { field: writePath(readPath(field)) }),
    place: yaml.placeOf(["ignore", index]),
  }));
}

type Rule = z.output<typeof ruleModel>;

function problemWith({
  kind: name,
  field,
  type,
}: Rule): { readonly key: keyof Rule; readonly says: string } | undefined {
  const kind = kinds.find((it) => it.name === name);
  if (kind === undefined) {
    const known = kinds.map((it) => it.name);
    return { key: "kind", says: `there is no kind ${JSON.stringify(name)}${suggestion(name, known, "kinds")}` };
  }
  if (field === undefined) {
    return undefined;
  }
  if (type === "missing" || type === "unmanaged") {
    return { key: "field", says: `a rule of the type \`${type}\` is about the whole object, so it has no field` };
  }
  const says = problemWithField(kind, field);
  return says === undefined ? undefined : { key: "field", says };
}

function refuse(file: string, problems: readonly string[]): void {
  if (problems.length > 0) {
    throw new HaleconnectError("HC8305", {
      what: `The ignore file has ${problems.length === 1 ? "an error" : `${problems.length} errors`}`,
      where: file,
      why: problems.slice(0, MOST_PROBLEMS).join("\n        "),
    });
  }
}
