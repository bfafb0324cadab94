import type { z } from "zod";
import type { resources } from "../../../provider/contract";
import type { WorldView } from "../../world/world";
import { withDefaults } from "./csw-defaults";

/** The features that can be switched; the real names are not public (docs/platform.md#organisations), these are what the texts speak of. */
export const featureNames = ["datasetSeries", "serviceMonitoring", "usageStatistics"] as const;

/** Everything of an organisation, with what was never set as it is at first. Nothing here uses capacity yet. */
export function settingsOf(
  { settings }: WorldView,
  organisation: string,
): z.output<typeof resources.OrganisationSettings> {
  const { capacityPoints, mapConfiguration, geometry, csw, ...other } = settings.of(organisation);
  return {
    organisation,
    capacity: { ...(capacityPoints === undefined ? {} : { points: capacityPoints }), usage: 0 },
    mapConfiguration: { ...mapConfiguration },
    ...(geometry === undefined ? {} : { geometry }),
    eventsSubscribed: other.eventsSubscribed ?? false,
    metadataDownloadLink: other.metadataDownloadLink ?? false,
    featureToggles: Object.fromEntries(featureNames.map((name) => [name, other.featureToggles?.[name] ?? false])),
    cswEndpoint: csw !== undefined,
    ...(csw === undefined ? {} : { csw: withDefaults(csw.configuration, csw.activated) }),
  };
}
