import { csw } from "./csw";
import { geometry } from "./geometry";
import { settings } from "./settings";
import { themes } from "./themes";

export const resourcesService = [...settings, ...geometry, ...csw, ...themes];
