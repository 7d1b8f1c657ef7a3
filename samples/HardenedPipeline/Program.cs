using Amazon.CDK;
using HardenedPipeline;

var app = new App(new AppProps { Outdir = "cdk.out" });

new WidgetsStack(app, "Widgets");
new DocumentationStack(app, "Documentation");
new RolesStack(app, "Roles");
new SecretsStack(app, "Secrets");
new MonorepoStack(app, "Monorepo");
new DeliveryStack(app, "Delivery");

app.Synth();
