using 'main.bicep'

// Azure, Flex Consumption over three zones. The groups are those that department-groups.sh makes.
param environmentName = 'ordos-prod'
param plan = 'flex'
param zoneRedundant = true
param groups = loadJsonContent('groups.prod.json')
param restoreDays = 30
param locked = true
param logDays = 180
param signInClientId = readEnvironmentVariable('ORDOS_SIGN_IN_CLIENT_ID', '')
param alertEmails = [readEnvironmentVariable('ORDOS_ALERT_EMAIL', 'operators@example.com')]
param monthlyBudget = 300
param budgetStart = '2026-12-01'
