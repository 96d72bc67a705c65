using 'main.bicep'

// One zone, short retention, no groups but the operators: for trying things out.
param environmentName = 'ordos-dev'
param plan = 'flex'
param zoneRedundant = false
param groups = {
  administrators: ''
  operators: readEnvironmentVariable('ORDOS_OPERATORS_GROUP', '')
  readers: ''
  departments: {}
}
param restoreDays = 7
param locked = false
param logDays = 30
param alertEmails = [readEnvironmentVariable('ORDOS_ALERT_EMAIL', 'operators@example.com')]
param monthlyBudget = 50
param budgetStart = '2026-12-01'
