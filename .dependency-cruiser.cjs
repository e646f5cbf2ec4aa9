/** Imports point one way: infra → functions → workflows; inside workflows: process folder → blocks → kernel. */
module.exports = {
  forbidden: [
    {
      name: "workflows-are-pure",
      severity: "error",
      from: { path: "^workflows/" },
      to: { path: "^(functions|infra|test)/|^node:|@aws-sdk" },
    },
    {
      name: "functions-below-infra",
      severity: "error",
      from: { path: "^functions/" },
      to: { path: "^(infra|test)/" },
    },
    { name: "infra-without-tests", severity: "error", from: { path: "^infra/" }, to: { path: "^test/" } },
    {
      name: "aws-behind-adapters",
      severity: "error",
      from: { path: "^functions/(?!adapters/)" },
      to: { path: "@aws-sdk" },
    },
    {
      name: "kernel-at-the-bottom",
      severity: "error",
      from: { path: "^workflows/kernel/" },
      to: { path: "^workflows/(?!kernel/)" },
    },
    {
      name: "blocks-know-no-process",
      severity: "error",
      from: { path: "^workflows/blocks/" },
      to: { path: "^workflows/(?!kernel/|blocks/)" },
    },
    {
      name: "processes-know-no-sibling",
      severity: "error",
      from: { path: "^workflows/([^/]+)/", pathNot: "^workflows/(kernel|blocks)/" },
      to: { path: "^workflows/([^/]+)/", pathNot: "^workflows/(kernel|blocks|$1)/" },
    },
    {
      name: "functions-and-infra-know-kernel-and-catalogue",
      severity: "error",
      from: { path: "^(functions|infra)/" },
      to: { path: "^workflows/", pathNot: "^workflows/(kernel/|catalogue[.]ts$)" },
    },
    {
      name: "pages-are-leaves",
      severity: "error",
      from: { pathNot: "^functions/(portal|console|api)/|^functions/web/(portal|submit-application)[.]ts$" },
      to: { path: "^functions/(portal|console|api)/" },
    },
    {
      name: "pages-know-no-other-room",
      severity: "error",
      from: { path: "^functions/(portal|console|api)/" },
      to: { path: "^functions/(portal|console|api)/", pathNot: "^functions/$1/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
