import type { ServiceInfo } from "../operation";

/**
 * The resources service (docs/platform.md#resources-service): settings of organisations, such as capacity and CSW
 * configuration, and the themes. None of the platform's services is named for themes (docs/platform.md#themes).
 */
export const service: ServiceInfo = {
  name: "resources",
  folder: "/resources",
  basePath: "/resources",
  title: "resources",
  description: "Organisation settings such as usage capacity and CSW configuration; themes",
};
