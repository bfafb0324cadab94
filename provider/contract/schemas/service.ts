import type { ServiceInfo } from "../operation";

/** The schema service (docs/platform.md#schema-service): schemas and profiles, read from the files that the store of schemas keeps. */
export const service: ServiceInfo = {
  name: "schemas",
  folder: "/schemas",
  basePath: "/schemas",
  title: "schema_service",
  description: "Schemas and profiles: locations, namespaces and feature types",
};
