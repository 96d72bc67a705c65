using 'main.bicep'

// Azure operated by 21Vianet, China North 3, which has zones. There is no Flex Consumption there, so the app runs on
// Elastic Premium. Whether there are budgets depends on the contract: none is made here.
param environmentName = 'ordos-prod'
param plan = 'premium'
param zoneRedundant = true
param groups = loadJsonContent('groups.prod.json')
param maximumInstances = 10
param packageName = readEnvironmentVariable('ORDOS_PACKAGE', 'app.zip')
param restoreDays = 30
param locked = true
param logDays = 180
param telemetryByKey = true
param signInClientId = readEnvironmentVariable('ORDOS_SIGN_IN_CLIENT_ID', '')
param alertEmails = [readEnvironmentVariable('ORDOS_ALERT_EMAIL', 'operators@example.com')]
param monthlyBudget = 0
param budgetStart = '2026-12-01'
