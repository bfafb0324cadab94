import { z } from "zod";

/** Refuses a list in which two members have the same key. `field` is the member of the entry that the error is about. */
export function unlike<T extends z.ZodType>(
  list: z.ZodArray<T>,
  keyOf: (member: z.output<T>) => unknown,
  message: string,
  ...field: readonly string[]
): z.ZodArray<T> {
  return list.superRefine((members, context) => {
    const seen = new Set<string>();
    for (const [index, member] of members.entries()) {
      const key = JSON.stringify(keyOf(member));
      if (seen.has(key)) {
        context.addIssue({ code: "custom", path: [index, ...field], message });
      }
      seen.add(key);
    }
  });
}
