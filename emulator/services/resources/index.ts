import { csw } from "./csw";
import { geometry } from "./geometry";
import { settings } from "./settings";

export const resourcesService = [...settings, ...geometry, ...csw];
