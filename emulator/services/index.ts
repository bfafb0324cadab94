import { accountsService } from "./accounts";
import { actionsService } from "./actions";
import type { Implementation } from "./implement";
import { resourcesService } from "./resources";
import { storeServices } from "./store";

/** What the emulator does, for each operation of the contract. */
export const implementations: readonly Implementation[] = [
  ...accountsService,
  ...resourcesService,
  ...actionsService,
  ...storeServices,
];
