// What must not go unnoticed. RUNBOOK.md has a section for each, by its name: what it means and what to do.
import { blobFunctions, timerFunctions, poisonQueue } from '../inventory.bicep'
import { tagSet } from '../types.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags tagSet

@description('Log Analytics workspace that is asked.')
param workspaceId string

@description('Action group that is told.')
param actionGroupId string

@description('Storage account.')
param storageAccountId string

@description('Event Grid system topic.')
param topicId string

@description('Principal id of the identity that the app runs as.')
param appPrincipalId string

var blobFunctionNames = join(map(blobFunctions, function => '"${function.name}"'), ', ')

// In every query a row is something to alert about, but in those of silence, where no row is.
var logAlerts = [
  {
    name: 'poison-arrived'
    description: 'A submission has failed five times and was given up.'
    severity: 1
    window: 'PT15M'
    every: 'PT5M'
    rows: { operator: 'GreaterThan', threshold: 0 }
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and StatusText == "Success" and Uri has "/${poisonQueue}/"'
  }
  {
    name: 'upload-unread'
    description: 'An upload has lain in incoming for more than half an hour and the app has not opened it.'
    severity: 1
    window: 'PT6H'
    every: 'PT15M'
    rows: { operator: 'GreaterThan', threshold: 0 }
    query: join([
      'let uploads = StorageBlobLogs | where OperationName in ("CopyBlob", "PutBlob", "PutBlockList") and StatusText == "Success" and ObjectKey has "/incoming/" | summarize Uploaded = max(TimeGenerated) by ObjectKey;'
      'let reads = StorageBlobLogs | where OperationName == "GetBlob" and RequesterObjectId == "${appPrincipalId}" | summarize Read = max(TimeGenerated) by ObjectKey;'
      'uploads | where Uploaded < ago(30m) | join kind=leftouter reads on ObjectKey | where isnull(Read) or Read < Uploaded'
    ], '\n')
  }
  {
    name: 'backlog-late'
    description: 'An upload, read or not, has waited for more than half an hour, although a sweep should have taken it up.'
    severity: 2
    window: 'PT15M'
    every: 'PT15M'
    rows: { operator: 'GreaterThan', threshold: 0 }
    query: 'AppMetrics | where Name == "ordos.backlog.age" and Max > 1800'
  }
  {
    name: 'submissions-failing'
    description: 'The system, not the data, fails on submissions.'
    severity: 2
    window: 'PT30M'
    every: 'PT15M'
    rows: { operator: 'GreaterThan', threshold: 2 }
    query: 'AppRequests | where OperationName in (${blobFunctionNames}) and Success == false'
  }
  {
    name: 'host-errors'
    description: 'The Functions host reports errors.'
    severity: 2
    window: 'PT15M'
    every: 'PT15M'
    rows: { operator: 'GreaterThan', threshold: 5 }
    query: 'AppTraces | where SeverityLevel >= 3 and tostring(Properties.Category) startswith "Host."'
  }
]

// A timer that succeeds has left nothing undone: no quarter that is due is without a summary once QuarterCloseDue has run.
var silenceAlerts = [
  for function in timerFunctions: {
    name: 'silent-${toLower(function.name)}'
    description: '${function.name} has not succeeded for ${function.silenceMinutes} minutes.'
    severity: 1
    window: 'P2D'
    every: 'PT1H'
    rows: { operator: 'LessThan', threshold: 1 }
    query: 'AppRequests | where TimeGenerated > ago(${function.silenceMinutes}m) and OperationName == "${function.name}" and Success == true'
  }
]

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in concat(logAlerts, silenceAlerts): {
    name: alert.name
    location: location
    tags: tags
    properties: {
      displayName: alert.name
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      windowSize: alert.window
      evaluationFrequency: alert.every
      // The tables of a new workspace exist from their first row on.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: alert.rows.operator
            threshold: alert.rows.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: true
      actions: {
        actionGroups: [actionGroupId]
      }
    }
  }
]

resource queueLength 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'queue-not-empty'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages stay in a queue: submissions that were given up, or that nobody fetches.'
    severity: 2
    enabled: true
    scopes: ['${storageAccountId}/queueServices/default']
    // The platform counts the messages of an account once an hour.
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'messages'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts/queueServices'
          metricName: 'QueueMessageCount'
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Average'
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource throttling 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'storage-throttling'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage account refuses requests because there are too many.'
    severity: 2
    enabled: true
    scopes: [storageAccountId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'refused'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Transactions'
          operator: 'GreaterThan'
          threshold: 10
          timeAggregation: 'Total'
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: [
                'ClientAccountBandwidthThrottlingError'
                'ClientAccountRequestThrottlingError'
                'ClientThrottlingError'
                'ServerBusyError'
              ]
            }
          ]
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource lostEvents 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for metric in ['DeadLetteredCount', 'DroppedEventCount']: {
    name: metric == 'DeadLetteredCount' ? 'events-dead-lettered' : 'events-dropped'
    location: 'global'
    tags: tags
    properties: {
      description: 'Event Grid could not deliver an event. The sweep takes up the upload; the webhook is what needs care.'
      severity: 2
      enabled: true
      scopes: [topicId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: 'events'
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: metric
            operator: 'GreaterThan'
            threshold: 0
            timeAggregation: 'Total'
          }
        ]
      }
      autoMitigate: true
      actions: [{ actionGroupId: actionGroupId }]
    }
  }
]
