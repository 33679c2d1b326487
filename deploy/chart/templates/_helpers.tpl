{{- define "fachforum.name" -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "fachforum.selector" -}}
app.kubernetes.io/name: fachforum
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "fachforum.labels" -}}
{{ include "fachforum.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "fachforum.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{- define "fachforum.environment" -}}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef: { name: {{ .Values.database.secretName }}, key: {{ .Values.database.secretKey }} }
- name: PUBLIC_URL
  value: {{ .Values.publicUrl | quote }}
{{- if .Values.migrations.job }}
- name: MIGRATE
  value: never
{{- end }}
{{- with .Values.trustedProxies }}
- name: TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- if .Values.metrics.enabled }}
- name: METRICS_PORT
  value: {{ .Values.metrics.port | quote }}
{{- end }}
{{- if .Values.certificateAuthority.configMapName }}
- name: NODE_EXTRA_CA_CERTS
  value: /run/ca/{{ .Values.certificateAuthority.key }}
{{- end }}
{{- range $name, $value := .Values.settings }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- range $name, $ref := .Values.secretSettings }}
- name: {{ $name }}
  valueFrom:
    secretKeyRef: { name: {{ $ref.secretName }}, key: {{ $ref.secretKey }} }
{{- end }}
{{- range $name, $ref := .Values.keyFiles }}
- name: {{ $name }}
  value: /run/keys/{{ $name | lower }}/{{ $ref.secretKey }}
{{- end }}
{{- end -}}
