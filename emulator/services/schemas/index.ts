import { creating } from "./create";
import { insideSchemas } from "./inside";
import { ofPresets } from "./presets";
import { ofProfiles } from "./profiles";
import { ofSchemas } from "./schemas";

export const schemasService = [...ofSchemas, ...creating, ...insideSchemas, ...ofPresets, ...ofProfiles];
