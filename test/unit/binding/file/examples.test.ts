import { z } from "zod";
import { contractFileType } from "../../../../provider/binding/file/model";

interface Example {
  readonly place: string;
  readonly type: z.ZodType;
  readonly examples: readonly unknown[] | undefined;
}

/** Every key of a contract file and every member within it, with its examples. */
function examplesIn(type: z.ZodType, place: string): readonly Example[] {
  if (type instanceof z.ZodObject) {
    return Object.entries(type.shape as Readonly<Record<string, z.ZodType>>).flatMap(([name, member]) => [
      { place: `${place}.${name}`, type: member, examples: examplesOf(member) },
      ...examplesIn(member, `${place}.${name}`),
    ]);
  }
  if (type instanceof z.ZodUnion) {
    return (type.options as readonly z.ZodType[]).flatMap((option) => examplesIn(option, place));
  }
  if (type instanceof z.ZodRecord) {
    return examplesIn(type.valueType as z.ZodType, `${place}.*`);
  }
  return isWrapped(type) ? examplesIn(type.unwrap() as z.ZodType, place) : [];
}

function examplesOf(type: z.ZodType): readonly unknown[] | undefined {
  return (
    (type.meta()?.["examples"] as readonly unknown[] | undefined) ??
    (isWrapped(type) ? examplesOf(type.unwrap() as z.ZodType) : undefined)
  );
}

function isWrapped(type: z.ZodType): type is z.ZodOptional | z.ZodDefault | z.ZodNullable {
  return type instanceof z.ZodOptional || type instanceof z.ZodDefault || type instanceof z.ZodNullable;
}

const all = examplesIn(contractFileType, "file").filter(({ type }) => !(type instanceof z.ZodLiteral));

it("every key and every member has an example, which is right", () => {
  expect(all.length).toBeGreaterThan(50);
  for (const { place, type, examples = [] } of all) {
    expect([place, examples.length]).toEqual([place, 1]);
    expect([place, ...examples.map((it) => type.safeParse(it).error?.message)]).toEqual([place, undefined]);
  }
});
