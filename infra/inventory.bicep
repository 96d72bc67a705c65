// What exists in the storage account, who may touch it, and which functions run: one line each. The modules are loops over
// these lists, and tests compare them with the code: a container, table or function added there is a line added here.

@export()
@description('What somebody may do with a container or table. none: no role. read: read and list. keep, for containers: read, list, create and change. write: read, list, create, change and delete. send, for departments: upload below a folder of their own and list it, not read.')
type access = 'none' | 'read' | 'keep' | 'write' | 'send'

@export()
@description('One blob container.')
type container = {
  @description('Its name.')
  name: string
  @description('The identity that the app runs as.')
  app: access
  @description('The Event Grid system topic.')
  topic: access
  @description('The group of administrators.')
  administrators: access
  @description('The group of operators.')
  operators: access
  @description('The group of readers: leadership and others who only read reports.')
  readers: access
  @description('The group of each department, in the folder that is named by the department\'s code.')
  departments: access
  @description('Days after the last change until a blob moves to the cool tier; 0 for never.')
  coolAfterDays: int
  @description('Days after the last change until a blob is deleted; 0 for never.')
  deleteAfterDays: int
  @description('Only what lies in this folder is deleted after that time.')
  deleteBelow: string?
  @description('Days for which a version is kept after it was replaced or deleted.')
  keepVersionsDays: int
}

@export()
@description('The containers of the system, then those of the platform.')
var containers container[] = [
  // accepted holds the record, feedback the record of what was rejected, decisions what administrators decided, audit that
  // they did. Nothing in them is ever deleted, and nobody may.
  { name: 'incoming', app: 'read', topic: 'none', administrators: 'read', operators: 'keep', readers: 'none', departments: 'send', coolAfterDays: 365, deleteAfterDays: 0, keepVersionsDays: 730 }
  { name: 'accepted', app: 'keep', topic: 'none', administrators: 'read', operators: 'keep', readers: 'none', departments: 'none', coolAfterDays: 0, deleteAfterDays: 0, keepVersionsDays: 730 }
  { name: 'feedback', app: 'keep', topic: 'none', administrators: 'read', operators: 'keep', readers: 'none', departments: 'read', coolAfterDays: 365, deleteAfterDays: 0, keepVersionsDays: 90 }
  { name: 'reports', app: 'keep', topic: 'none', administrators: 'read', operators: 'keep', readers: 'read', departments: 'none', coolAfterDays: 0, deleteAfterDays: 0, keepVersionsDays: 90 }
  { name: 'templates', app: 'keep', topic: 'none', administrators: 'read', operators: 'keep', readers: 'none', departments: 'read', coolAfterDays: 0, deleteAfterDays: 0, keepVersionsDays: 30 }
  { name: 'decisions', app: 'keep', topic: 'none', administrators: 'read', operators: 'keep', readers: 'none', departments: 'none', coolAfterDays: 0, deleteAfterDays: 0, keepVersionsDays: 730 }
  { name: 'audit', app: 'keep', topic: 'none', administrators: 'read', operators: 'keep', readers: 'none', departments: 'none', coolAfterDays: 0, deleteAfterDays: 0, keepVersionsDays: 730 }
  // Of the Functions host: locks, schedules and receipts, which it rewrites all the time, and the keys of the app.
  { name: 'azure-webjobs-hosts', app: 'write', topic: 'none', administrators: 'none', operators: 'none', readers: 'none', departments: 'none', coolAfterDays: 0, deleteAfterDays: 180, deleteBelow: 'blobreceipts/', keepVersionsDays: 1 }
  { name: 'azure-webjobs-secrets', app: 'write', topic: 'none', administrators: 'none', operators: 'none', readers: 'none', departments: 'none', coolAfterDays: 0, deleteAfterDays: 0, keepVersionsDays: 30 }
  // What is deployed; former packages stay as versions or under other names, for going back.
  { name: 'app-package', app: 'write', topic: 'none', administrators: 'none', operators: 'write', readers: 'none', departments: 'none', coolAfterDays: 0, deleteAfterDays: 0, keepVersionsDays: 180 }
  { name: 'event-deadletter', app: 'none', topic: 'write', administrators: 'none', operators: 'write', readers: 'none', departments: 'none', coolAfterDays: 0, deleteAfterDays: 180, keepVersionsDays: 1 }
]

@export()
@description('One table.')
type table = {
  @description('Its name.')
  name: string
  @description('The identity that the app runs as.')
  app: access
  @description('The group of administrators.')
  administrators: access
  @description('The group of operators.')
  operators: access
}

@export()
@description('The tables of the system.')
var tables table[] = [
  { name: 'Submissions', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'QuarterSubmissions', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'Findings', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'Observations', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'ObservationHistory', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'ProjectReports', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'ProjectReportHistory', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'Catalogue', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'Summaries', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'Returns', app: 'write', administrators: 'read', operators: 'write' }
  { name: 'Audit', app: 'write', administrators: 'read', operators: 'write' }
]

@export()
@description('Where the host puts what has failed five times. Created up front, because a queue that does not exist cannot be watched.')
var poisonQueue = 'webjobs-blobtrigger-poison'

@export()
@description('How the names of the host\'s own queues begin. What follows is the host\'s id, which Flex Consumption derives from a hash of the app\'s name.')
var hostQueuePrefix = 'azure-webjobs-blobtrigger-'

@export()
@description('The functions that blobs trigger, with the container whose blobs they are.')
var blobFunctions = [
  { name: 'SubmissionArrived', container: 'incoming' }
  { name: 'SubmissionAccepted', container: 'accepted' }
]

@export()
@description('The functions that the clock triggers, with the longest time in minutes that may pass between two successful runs.')
var timerFunctions = [
  { name: 'SubmissionSweep', silenceMinutes: 60 }
  { name: 'TemplatesDue', silenceMinutes: 1560 }
  { name: 'QuarterCloseDue', silenceMinutes: 1560 }
  { name: 'ReturnsDue', silenceMinutes: 1560 }
]

// A plan is a folder below functions/plan; each has a line here. Line ends may be those of Windows.
var departmentFiles = [
  loadTextContent('../functions/plan/ordos-14/departments.csv')
]

@export()
@description('The codes of all departments of all plans. A code is the first field of a record and is never quoted.')
var departmentCodes = union(
  [],
  flatten(map(
    departmentFiles,
    file => map(filter(skip(split(replace(file, '\r', ''), '\n'), 1), line => !empty(line)), line => split(line, ',')[0])
  ))
)
