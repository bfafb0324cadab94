import "./catalogue";
import { attachments, metadata, places } from "./data";
import { spatialData, town, works } from "./organisations";
import { mapping } from "./projects";
import { playgrounds } from "./schemas";
import { download, maps } from "./services";
import "./sharing";
import "./tasks";
import { users } from "./users";

export const organisationIds = { spatialData: spatialData.id, town: town.id, works: works.id };
export const userIds = Object.values(users).map(({ id }) => id);
export const bucketIds = { places: places.id, attachments: attachments.id, metadata: metadata.id };
/** What the platform found in the schema's files. */
export const featureTypes = playgrounds.featureTypes;
export const mappingId = mapping.id;
/** What the published services say of themselves. */
export const capabilities = [maps.capabilities, download.capabilities];
