import { z } from "zod";
import { sentModel } from "../models";
import { unlike } from "../no-duplicates";
import { combinedId } from "../store/ident";

/** When publishing and transformations happen (docs/platform.md#theme-transformations). */
export const executions = ["manually", "immediately", "later"] as const;
export const intervals = ["daily", "weekly", "monthly"] as const;
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export const ThemeTransformation = sentModel("ThemeTransformation", "A project, and the theme of what it makes.", {
  project: combinedId.describe("Combined id of the transformation project."),
  theme: combinedId.describe("Combined id of the theme that the transformed datasets get."),
});

export const themeTransformations = unlike(
  z.array(ThemeTransformation).max(1000),
  ({ project, theme }) => [project, theme],
  "is there already: a project has one entry for each theme",
  "project",
);

interface Schedule {
  readonly execution: (typeof executions)[number];
  readonly interval?: (typeof intervals)[number] | undefined;
}

/** Which members a schedule has besides. */
function membersOf({ execution, interval }: Schedule): readonly string[] {
  const dayOf = { daily: [], weekly: ["weekday"], monthly: ["day"] } as const;
  return execution === "later" ? ["interval", "time", ...(interval === undefined ? [] : dayOf[interval])] : [];
}

export const ThemeAutomation = z
  .strictObject({
    execution: z.enum(executions),
    interval: z.enum(intervals).optional().describe("With `later`: how often."),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of the day, such as 01:30")
      .optional()
      .describe("With `later`: the time of the day, HH:MM."),
    weekday: z.enum(weekdays).optional().describe("With `weekly`: the day of the week."),
    day: z.number().int().min(1).max(31).optional().describe("With `monthly`: the day of the month."),
  })
  .superRefine((automation, context) => {
    const needed = membersOf(automation);
    const { execution, interval } = automation;
    const when = execution === "later" && interval !== undefined ? interval : execution;
    for (const field of ["interval", "time", "weekday", "day"] as const) {
      if ((automation[field] !== undefined) !== needed.includes(field)) {
        const message = needed.includes(field) ? `is needed for ${when}` : `does not belong to ${when}`;
        context.addIssue({ code: "custom", path: [field], message });
      }
    }
  })
  .meta({ id: "ThemeAutomation", description: "When services are published and transformations run." });
