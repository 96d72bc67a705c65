// Tells when a month costs more than was thought.

@description('Name of the budget.')
param name string

@description('Amount a month in the currency of the bill.')
@minValue(0)
param amount int

@description('First day of the month in which the budget was first deployed, such as 2026-01-01; it cannot be changed later.')
param start string

@description('Mail addresses that are told.')
param emails string[]

@description('Action group that is told.')
param actionGroupId string

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    amount: amount
    category: 'Cost'
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: start
    }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
        contactGroups: [actionGroupId]
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
        contactGroups: [actionGroupId]
      }
    }
  }
}
