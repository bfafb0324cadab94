import type { z } from "zod";
import type { resources } from "../../../provider/contract";
import type { CswConfiguration } from "../../world/model";

type Complete = z.output<typeof resources.CswConfiguration>;

/**
 * «Defaults are put in if empty» (docs/platform.md#csw); which ones is not public. Taken here: German, the platform's home; the day
 * on which the endpoint was activated (UTC); nothing evaluated, and no end to the time.
 */
export function withDefaults(configuration: CswConfiguration, activated: number): Complete {
  const defaultLanguage = configuration.defaultLanguage ?? "ger";
  return {
    supportedLanguages: configuration.supportedLanguages ?? [defaultLanguage],
    defaultLanguage,
    date: configuration.date ?? new Date(activated).toISOString().slice(0, 10),
    gemetKeywords: configuration.gemetKeywords ?? [],
    serviceConformity: configuration.serviceConformity ?? "notEvaluated",
    temporalExtent: configuration.temporalExtent ?? {},
  };
}
