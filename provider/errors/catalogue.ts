import { connectionErrors } from "./connection-errors";
import { engineErrors } from "./engine-errors";
import type { CatalogueEntry } from "./entry";
import { jobErrors } from "./job-errors";
import { resourceErrors } from "./resource-errors";

/**
 * Every error the provider can give, declared once: docs/errors.md is printed from here.
 * 1xxx configuration and session, 2xxx the server and the way to it, 3xxx inputs,
 * 4xxx what exists already, 5xxx refusals that protect data, 6xxx state, 7xxx jobs of the platform, 8xxx what surrounds a program (engine, installation), 9xxx defects.
 */
export const catalogue = {
  ...connectionErrors,
  ...resourceErrors,
  ...jobErrors,
  ...engineErrors,
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type ErrorCode = keyof typeof catalogue;
