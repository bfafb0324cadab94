import { z } from "zod";
import { milliseconds, workflows } from "../../provider/contract";

/** Who may use a service; of a password only its hash. */
export const ServiceAccess = z.strictObject({
  type: z.enum(workflows.accessTypes),
  user: z.string().optional(),
  passwordHash: z.string().optional(),
});
export type ServiceAccess = z.output<typeof ServiceAccess>;

/** A publication: what a service shows until the next one. */
export const Publication = z.strictObject({
  access: ServiceAccess,
  at: milliseconds,
  by: z.string(),
  /** `lastModified` of the dataset. */
  datasetModified: milliseconds,
  /** Combined id of the theme, and its `lastModified`. */
  theme: z.string().optional(),
  themeModified: milliseconds.optional(),
});
export type Publication = z.output<typeof Publication>;

/** A dataset as a service of one type. */
export interface Service {
  /** `org.325.<uuid>_wfs`. */
  readonly id: string;
  /** From the next publication on. */
  readonly nextAccess?: ServiceAccess | undefined;
  /** Missing for a service that is not published. */
  readonly publication?: Publication | undefined;
}
