import { readPath, valueAt } from "../../lifecycle/values/leaves";
import { MASK, type DriftFinding, type Repair } from "../model";
import { valueInWords } from "../printing/words";
import type { StackState } from "../state";
import { isUntouched, type Aim } from "./aim";
import { isLeftOut } from "./expressible";

type ToWrite = NonNullable<Repair["values"]>[number];

/** What the program has to say now, by the state that took over what is there. */
export function valuesToWrite({ findings }: Aim, after: StackState): readonly ToWrite[] {
  return [...findings].flatMap(([urn, group]) => {
    const resource = after.resources.find((it) => it.urn === urn)?.open();
    return group.filter(isOfProgram).map((finding): ToWrite => {
      const { kind, name, path } = finding;
      const what = { urn, kind, name };
      const whose = `of ${kind} ${JSON.stringify(name)}`;
      if (resource === undefined || path === undefined) {
        return { ...what, says: `Remove ${kind} ${JSON.stringify(name)} from the program.` };
      }
      const value = takenValue(finding, valueAt(resource.inputs, readPath(path)));
      if (finding.type === "file") {
        return { ...what, path, ...value, says: fileToWrite(finding, whose) };
      }
      return value.value === undefined
        ? { ...what, path, says: `Leave out \`${path}\` ${whose}.` }
        : { ...what, path, ...value, says: `Set \`${path}\` ${whose} to ${valueInWords(value.value)}.` };
    });
  });
}

/** The state keeps a secret encrypted, and the report does not show it. */
function takenValue({ actual }: DriftFinding, kept: unknown): Pick<ToWrite, "value"> {
  const value = actual === MASK ? MASK : (kept as ToWrite["value"]);
  return isLeftOut(value) ? {} : { value };
}

/** The program need not say a value of which Pulumi ignores changes, or which it only reads. */
function isOfProgram(finding: DriftFinding): boolean {
  return finding.path === undefined || !isUntouched(finding);
}

/** The path of a file ends with its checksum, and before that stands its name, or the field that is one file. */
function fileToWrite({ change, path = "" }: DriftFinding, whose: string): string {
  const file = readPath(path)
    .filter((name) => name !== "sha256")
    .at(-1);
  return change === "removed"
    ? `Leave out the file \`${file ?? path}\` ${whose}.`
    : `Take the file \`${file ?? path}\` ${whose} from the platform, and declare it instead of the former file.`;
}
