import { below, type Route } from "../core/routing";
import { roles } from "../core/rights";
import { accountRoutes } from "./accounts";
import { bucketRoutes } from "./buckets";
import { cswRoutes } from "./csw-settings";
import { fileRoutes } from "./files";
import { memberRoutes } from "./members";
import { organizationRoutes } from "./organizations";
import { removalRoutes } from "./removals";
import { sessionRoutes } from "./sessions";

const roleRoutes: Route[] = [{ method: "get", path: "/roles", answer: () => ({ status: 200, body: roles }) }];

/** Everything that the platform serves, but its documents. */
export const allRoutes: readonly Route[] = [
  ...below("/identity/v2", [...sessionRoutes, ...accountRoutes, ...roleRoutes]),
  ...below("/directory/v2", [...organizationRoutes, ...memberRoutes]),
  ...below("/storage/v3", [...bucketRoutes, ...fileRoutes]),
  ...below("/jobs/v1", removalRoutes),
  ...below("/catalogue/v1", cswRoutes),
];
