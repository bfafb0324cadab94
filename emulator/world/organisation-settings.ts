import type { z } from "zod";
import type { FileInfo } from "../../provider/contract";
import type { FileUses } from "./file-uses";
import type { CswConfiguration, MapConfiguration } from "./model";
import { withoutEmpty } from "./without-empty";

/** What was set for an organisation; what is missing was never set, or was cleared. */
export interface StoredSettings {
  readonly capacityPoints?: number | undefined;
  readonly mapConfiguration?: MapConfiguration | undefined;
  readonly geometry?: z.output<typeof FileInfo> | undefined;
  readonly eventsSubscribed?: boolean | undefined;
  readonly metadataDownloadLink?: boolean | undefined;
  readonly featureToggles?: Readonly<Record<string, boolean>> | undefined;
  /** There where the organisation has a CSW endpoint of its own. */
  readonly csw?: { readonly activated: number; readonly configuration: CswConfiguration } | undefined;
}

export class OrganisationSettings {
  readonly #byOrganisation = new Map<string, StoredSettings>();

  constructor(readonly fileUses: FileUses) {}

  of(organisation: string): StoredSettings {
    return this.#byOrganisation.get(organisation) ?? {};
  }

  change(organisation: string, changes: StoredSettings): void {
    const before = this.of(organisation);
    const after = withoutEmpty({ ...before, ...changes });
    this.fileUses.replace(before.geometry, after.geometry);
    this.#byOrganisation.set(organisation, after);
  }

  configureCsw(organisation: string, changes: CswConfiguration): void {
    const { csw } = this.of(organisation);
    if (csw !== undefined) {
      this.change(organisation, { csw: { ...csw, configuration: changedCsw(csw.configuration, changes) } });
    }
  }

  dropOrganisation(organisation: string): void {
    this.fileUses.replace(this.of(organisation).geometry, undefined);
    this.#byOrganisation.delete(organisation);
  }
}

/** What is left out stays, what is empty is cleared, also within the extent of time. */
export function changedCsw(before: CswConfiguration, changes: CswConfiguration): CswConfiguration {
  const temporalExtent = withoutEmpty({ ...before.temporalExtent, ...changes.temporalExtent });
  return withoutEmpty({ ...before, ...changes, temporalExtent });
}
