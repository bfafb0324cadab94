import { accountsService } from "./accounts";
import { actionsService } from "./actions";
import type { Implementation } from "./implement";
import { interactionsService } from "./interactions";
import { projectsService } from "./projects";
import { reportsService } from "./reports";
import { resourcesService } from "./resources";
import { schemasService } from "./schemas";
import { storeServices } from "./store";
import { workflowsService } from "./workflows";

/** What the emulator does, for each operation of the contract. */
export const implementations: readonly Implementation[] = [
  ...accountsService,
  ...resourcesService,
  ...actionsService,
  ...storeServices,
  ...schemasService,
  ...projectsService,
  ...interactionsService,
  ...workflowsService,
  ...reportsService,
];
