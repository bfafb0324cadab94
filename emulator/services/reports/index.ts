import { ofUsage } from "./usage";
import { ofValidation } from "./validation";

export const reportsService = [...ofValidation, ...ofUsage];
