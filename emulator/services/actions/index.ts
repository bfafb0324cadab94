import { organisations } from "./organisations";

export const actionsService = [...organisations];
