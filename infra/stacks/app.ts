import { App } from "aws-cdk-lib";
import { kelias } from "./kelias.ts";

const app = new App();
kelias(app);
app.synth();
