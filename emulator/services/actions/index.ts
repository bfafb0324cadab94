import { baseMap } from "./base-map";
import { organisations } from "./organisations";

export const actionsService = [...organisations, ...baseMap];
