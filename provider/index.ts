import { refuseHalfInstallation } from "./installation";

refuseHalfInstallation();

export * from "./functions";
export * from "./resources";
