import type { ContractFile } from "../../../provider/binding/file/model";
import { parametersIn } from "../../../provider/binding/applying/place";
import { grouped } from "../../../provider/binding/serving/grouped";
import { isServed, placeOf } from "../../../provider/binding/serving/remarks";
import type { Implementation } from "../../services/implement";
import type { Offered } from "../routes";
import { ownWire } from "../wire";
import { boundWire } from "./bound-wire";
import { Reception, type Candidate } from "./reception";

/** What is served where, as the file says. */
export function offersOf(
  implementations: readonly Implementation[],
  { operations }: ContractFile,
  withTotalCount: boolean,
): readonly Offered[] {
  const candidates = implementations.flatMap((implementation): Candidate[] => {
    const { operation } = implementation;
    const binding = operations[operation.key] ?? {};
    const isOwn = binding.same === true || operations[operation.key] === undefined;
    return isServed(binding)
      ? [
          {
            implementation,
            operation,
            binding: isOwn ? {} : binding,
            isOwn,
            names: parametersIn(pathOf(operation, binding.path)),
          },
        ]
      : [];
  });
  return [...grouped(candidates, placeOf).values()].flatMap((group) => offeredBy(group, withTotalCount));
}

/** What the provider has and this server lacks, at the place where the provider has it. */
export function missingIn(
  implementations: readonly Implementation[],
  { operations }: ContractFile,
): readonly Pick<Offered, "method" | "path">[] {
  return implementations
    .map(({ operation }) => operation)
    .filter(({ key }) => !isServed(operations[key] ?? {}))
    .map((operation) => ({ method: operation.method, path: pathOf(operation, undefined) }));
}

function offeredBy(group: readonly Candidate[], withTotalCount: boolean): readonly Offered[] {
  const [first] = group;
  if (first === undefined) {
    return [];
  }
  const { operation, binding, names } = first;
  const [method, path] = [binding.method ?? operation.method, pathOf(operation, binding.path)];
  if (group.length === 1 && first.isOwn) {
    const served = { implementation: first.implementation, wire: ownWire(operation, withTotalCount) };
    return [{ method, path, offer: () => [served] }];
  }
  return [
    {
      method,
      path: numbered(path, names),
      offer: async (request, response, blobs) => {
        const reception = new Reception(group, request, response, blobs);
        const meant = await reception.meant();
        return meant.map((candidate) => ({
          implementation: candidate.implementation,
          wire: boundWire(candidate, reception, withTotalCount),
        }));
      },
    },
  ];
}

function pathOf({ service, path }: Candidate["operation"], bound: string | undefined): string {
  return bound ?? `${service.basePath}${path}`;
}

/** Operations of one path may call its parameters differently, and a name may be none for Express. */
function numbered(path: string, names: readonly string[]): string {
  return names.reduce((made, name, at) => made.replace(`{${name}}`, `{p${at}}`), path);
}
